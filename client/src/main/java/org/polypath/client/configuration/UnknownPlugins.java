package org.polypath.client.configuration;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Finding.Severity;
import org.polypath.config.ClosestWord;
import org.polypath.config.ConfiguredLine;
import org.polypath.config.ResolvedConfiguration;

/** Lines that name a plug-in that is not installed. */
final class UnknownPlugins {
  private UnknownPlugins() {}

  /** One finding for each such line; none for a kind of which nothing is known. */
  static List<Finding> in(ResolvedConfiguration configuration, InstalledPlugins plugins) {
    return Arrays.stream(PluginKind.values())
        .filter(kind -> plugins.names().containsKey(kind))
        .flatMap(kind -> in(configuration, kind, plugins.names().get(kind)))
        .toList();
  }

  private static Stream<Finding> in(
      ResolvedConfiguration configuration, PluginKind kind, Set<String> names) {
    return configuration.lines(kind.keyword()).stream()
        .filter(line -> !names.contains(name(line)))
        .map(line -> finding(line, kind, names));
  }

  /** The name is the first word: a selector's arguments may follow. */
  private static String name(ConfiguredLine line) {
    return line.value().split("\\s+", 2)[0];
  }

  private static Finding finding(ConfiguredLine line, PluginKind kind, Set<String> names) {
    String meant =
        ClosestWord.to(name(line), names.stream())
            .map(word -> "; did you mean \"" + word + "\"?")
            .orElse("; there are: " + String.join(", ", names));
    return new Finding(
        Severity.WARNING,
        line.file(),
        line.line(),
        "no plug-in brings the " + kind.title() + " \"" + name(line) + "\"",
        kind.without() + meant);
  }
}
