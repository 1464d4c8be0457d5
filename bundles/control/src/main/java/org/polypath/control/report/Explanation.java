package org.polypath.control.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.Setting;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Reason;
import org.polypath.api.topology.Topology;
import org.polypath.control.text.TopologyView;

/** Why a path or map is as it is: what is known of it, and the decisions about it. */
final class Explanation {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private Explanation() {}

  /** For people; empty if there is no such path, map or device. */
  static Optional<String> text(Topology topology, String designation) {
    return topology
        .map(designation)
        .map(Explanation::ofMap)
        .or(() -> path(topology, designation).map(path -> ofPath(topology, path)));
  }

  /** For programs; empty if there is no such path, map or device. */
  static Optional<String> json(String version, Topology topology, String designation) {
    Json json = TopologyJson.head(version, topology);
    Optional<MapSnapshot> map = topology.map(designation);
    if (map.isPresent()) {
      return Optional.of(json.object("map", map.get(), MapMembers::write).end());
    }
    return path(topology, designation)
        .map(path -> json.object("path", path, PathMembers::write).end());
  }

  private static Optional<PathSnapshot> path(Topology topology, String designation) {
    return topology.path(designation).or(() -> TopologyView.leftAlone(topology).path(designation));
  }

  private static String ofMap(MapSnapshot map) {
    StringBuilder out = new StringBuilder();
    out.append("map ").append(map.name()).append(" (").append(map.wwid()).append(')');
    map.kernelName().ifPresent(name -> out.append(", ").append(name));
    out.append('\n');
    map.settings().ifPresent(settings -> append(out, settings));
    append(out, map.reasons());
    return out.toString();
  }

  private static void append(StringBuilder out, MapSettings settings) {
    line(out, "path_grouping_policy", settings.groupingPolicy(), it -> it);
    line(out, "path_selector", settings.selector(), it -> it);
    line(out, "failback", settings.failback(), it -> word(it.mode(), it.seconds()));
    line(out, "no_path_retry", settings.noPathRetry(), it -> word(it.mode(), it.checks()));
  }

  private static <T> void line(
      StringBuilder out, String name, Setting<T> setting, Function<T, String> value) {
    out.append("  ").append(name).append(' ').append(value.apply(setting.value())).append(": ");
    out.append(setting.origin().text()).append('\n');
  }

  private static String word(Enum<?> mode, int number) {
    return number > 0 ? Integer.toString(number) : mode.name().toLowerCase(Locale.ROOT);
  }

  private static String ofPath(Topology topology, PathSnapshot path) {
    StringBuilder out = new StringBuilder();
    out.append("path ").append(path.facts().name());
    out.append(" (").append(path.facts().number()).append(')');
    Stream.concat(
            path.map().flatMap(topology::map).map(map -> "of map " + map.name()).stream(),
            path.wwid().map(wwid -> "WWID " + wwid).stream())
        .forEach(text -> out.append(", ").append(text));
    out.append('\n');
    if (topology.ignored().contains(path)) {
      return out.append("  left alone: ").append(path.message()).append('\n').toString();
    }
    checked(out, path);
    append(out, path.reasons());
    return out.toString();
  }

  private static void checked(StringBuilder out, PathSnapshot path) {
    out.append("  ").append(path.kernelState().displayName()).append(" in the kernel; ");
    out.append(path.checker().map(it -> "checker " + it).orElse("no checker"));
    out.append(": ").append(path.state().displayName());
    out.append(path.message().isEmpty() ? "" : ", " + path.message()).append('\n');
    path.prioritizer()
        .ifPresent(
            name -> {
              out.append("  prioritizer ").append(name).append(": ");
              out.append(path.priority().isPresent() ? path.priority().getAsInt() : "no answer");
              out.append('\n');
            });
    if (path.checkInterval() > 0) {
      out.append("  next check in ").append(path.secondsToCheck()).append(" s, every ");
      out.append(path.checkInterval()).append(" s\n");
    }
  }

  private static void append(StringBuilder out, List<Reason> reasons) {
    out.append(reasons.isEmpty() ? "nothing was decided about it yet\n" : "decided\n");
    for (Reason reason : reasons) {
      out.append("  ").append(TIME.format(Instant.ofEpochMilli(reason.wallMillis())));
      out.append("  ").append(reason.decision());
      out.append(reason.because().isEmpty() ? "" : "\n      because: " + reason.because());
      out.append('\n');
    }
  }
}
