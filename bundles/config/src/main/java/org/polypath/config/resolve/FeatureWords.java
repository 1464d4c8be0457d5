package org.polypath.config.resolve;

import java.util.ArrayList;
import java.util.List;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.settings.Setting;
import org.polypath.config.property.CountedWords.Counted;
import org.polypath.config.property.MapProperties;

/**
 * The feature words of a map's table and what happens to I/O without a path: {@code
 * queue_if_no_path} is a word of the former and belongs to the latter, which wins.
 *
 * @param words the feature words left
 * @param noPathRetry what happens to I/O
 */
record FeatureWords(Setting<List<String>> words, Setting<NoPathRetry> noPathRetry) {
  private static final String QUEUE = "queue_if_no_path";
  private static final String RETAIN = "retain_attached_hw_handler";

  static FeatureWords of(Chain chain) {
    Setting<Counted> features = chain.setting(MapProperties.FEATURES);
    List<String> words = new ArrayList<>(features.value().words());
    boolean queue = words.removeIf(QUEUE::equals);
    words.removeIf(RETAIN::equals);
    Setting<NoPathRetry> unset =
        queue
            ? new Setting<>(NoPathRetry.QUEUE, features.origin())
            : Setting.builtIn(NoPathRetry.UNDEFINED);
    return new FeatureWords(
        new Setting<>(List.copyOf(words), features.origin()),
        chain.configured(MapProperties.NO_PATH_RETRY).orElse(unset));
  }
}
