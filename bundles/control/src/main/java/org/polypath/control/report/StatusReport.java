package org.polypath.control.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.polypath.api.platform.PluginDirectory.Plugin;
import org.polypath.api.topology.Topology;

/** What is well, what is not, and what to do, on one screen. */
final class StatusReport {
  /** More lines would leave the screen; how many there are is said. */
  private static final int SHOWN = 15;

  private final String version;
  private final Topology topology;
  private final List<Trouble> troubles;

  StatusReport(String version, Topology topology, List<Plugin> plugins) {
    this.version = version;
    this.topology = topology;
    this.troubles = Diagnosis.of(topology, plugins);
  }

  /** For people. */
  String text() {
    StringBuilder out = new StringBuilder();
    out.append("Polypath ").append(version).append(": ").append(counts()).append('\n');
    if (topology.busy()) {
      out.append("at work: what follows may change at once\n");
    }
    if (troubles.isEmpty()) {
      return out.append("\nall is well\n").toString();
    }
    out.append("\nnot well\n");
    int width = troubles.stream().mapToInt(it -> it.subject().length()).max().orElse(0);
    troubles.stream().limit(SHOWN).forEach(it -> append(out, it, width));
    if (troubles.size() > SHOWN) {
      out.append("  and ")
          .append(troubles.size() - SHOWN)
          .append(" more: polypath status --json\n");
    }
    return out.append("\nwell\n  ").append(well()).append('\n').toString();
  }

  /** For programs. */
  String json() {
    return TopologyJson.head(version, topology)
        .number("maps", topology.maps().size())
        .number("paths", topology.paths().size())
        .number("usable_paths", usablePaths())
        .objects("troubles", troubles, StatusReport::trouble)
        .end();
  }

  private static void trouble(Json json, Trouble trouble) {
    json.text("severity", trouble.severity().name().toLowerCase(Locale.ROOT))
        .text("subject", trouble.subject())
        .text("text", trouble.text())
        .text("advice", trouble.advice());
  }

  private static void append(StringBuilder out, Trouble trouble, int width) {
    String severity = trouble.severity().name().toLowerCase(Locale.ROOT);
    out.append(
        String.format(Locale.ROOT, "  %-8s  %-" + width + "s  ", severity, trouble.subject()));
    out.append(trouble.text()).append("\n            ");
    out.append(" ".repeat(width)).append("  do: ").append(trouble.advice()).append('\n');
  }

  private String counts() {
    return count(topology.maps().size(), "map") + ", " + count(topology.paths().size(), "path");
  }

  private String well() {
    Set<String> unwell =
        troubles.stream().map(Trouble::subject).collect(Collectors.toCollection(TreeSet::new));
    long maps = topology.maps().stream().filter(map -> !unwell.contains(map.name())).count();
    return count(maps, "map") + ", " + count(usablePaths(), "path");
  }

  private long usablePaths() {
    return topology.paths().stream().filter(path -> path.state().isUsable()).count();
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
