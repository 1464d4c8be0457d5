package org.polypath.control.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polypath.api.platform.PluginDirectory.Plugin;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Topology;
import org.polypath.control.report.Trouble.Severity;

/** Plug-ins that paths or maps name and that nobody brings now. Pure. */
record MissingPlugins(List<Plugin> plugins) {
  /** One for each name; none for a kind of which nothing is known. */
  List<Trouble> in(Topology topology) {
    return Stream.of(
            missing("checker", ofPaths(topology, path -> path.checker().stream()), "path"),
            missing("prioritizer", ofPaths(topology, path -> path.prioritizer().stream()), "path"),
            missing(
                "policy",
                topology.maps().stream()
                    .flatMap(map -> map.settings().stream())
                    .map(settings -> settings.groupingPolicy().value()),
                "map"),
            missing(
                "selector",
                topology.maps().stream()
                    .flatMap(map -> map.settings().stream())
                    .map(settings -> settings.selector().value()),
                "map"))
        .flatMap(troubles -> troubles)
        .toList();
  }

  private static Stream<String> ofPaths(
      Topology topology, Function<PathSnapshot, Stream<String>> names) {
    return topology.paths().stream().filter(path -> path.map().isPresent()).flatMap(names);
  }

  private Stream<Trouble> missing(String kind, Stream<String> named, String by) {
    List<Plugin> known = plugins.stream().filter(plugin -> plugin.kind().equals(kind)).toList();
    if (known.isEmpty()) {
      return Stream.of();
    }
    Map<String, Long> uses =
        named.collect(
            Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    known.stream().filter(Plugin::serving).map(Plugin::name).forEach(uses::remove);
    return uses.entrySet().stream().map(use -> trouble(kind, use.getKey(), use.getValue(), by));
  }

  private static Trouble trouble(String kind, String name, long uses, String by) {
    String text = "there is no " + kind + " of this name now: " + uses + " " + by;
    String advice = "deploy its bundle, or configure another; polypath deployments";
    return new Trouble(
        Severity.WARNING, name, text + (uses == 1 ? " names it" : "s name it"), advice);
  }
}
