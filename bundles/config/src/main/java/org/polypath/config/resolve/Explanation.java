package org.polypath.config.resolve;

import java.util.List;
import java.util.Optional;
import org.polypath.api.path.PathFacts;
import org.polypath.api.settings.Setting;
import org.polypath.config.property.EntryProperties;
import org.polypath.config.property.MapProperties;
import org.polypath.config.property.PathProperties;
import org.polypath.config.property.Property;
import org.polypath.config.property.Quoted;

/** Any keyword's value for one path as text, detection included. */
public final class Explanation {
  private Explanation() {}

  /**
   * What holds for a keyword.
   *
   * @param property the keyword's property
   * @param path the path in question
   * @param chain its chain
   * @return empty if nothing is configured and nothing built in
   */
  public static <T> Optional<Setting<String>> of(
      Property<T> property, PathFacts path, Chain chain) {
    if (property.equals(PathProperties.PATH_CHECKER)) {
      return Optional.of(quoted(Detection.checker(path, chain)));
    }
    if (property.equals(PathProperties.PRIO)) {
      return Optional.of(quoted(Detection.prioritizer(path, chain)));
    }
    if (property.equals(MapProperties.PATH_GROUPING_POLICY)) {
      String prioritizer = Detection.prioritizer(path, chain).value();
      return Optional.of(quoted(Detection.groupingPolicy(chain, List.of(prioritizer))));
    }
    if (property.equals(EntryProperties.HARDWARE_HANDLER)) {
      Setting<List<String>> handler = Detection.hardwareHandler(chain, List.of(path));
      String words = (handler.value().size() + " " + String.join(" ", handler.value())).strip();
      return Optional.of(quoted(new Setting<>(words, handler.origin())));
    }
    return chain
        .configured(property)
        .or(() -> property.builtIn().map(Setting::builtIn))
        .map(found -> new Setting<>(property.type().write(found.value()), found.origin()));
  }

  private static Setting<String> quoted(Setting<String> setting) {
    return new Setting<>(Quoted.of(setting.value()), setting.origin());
  }
}
