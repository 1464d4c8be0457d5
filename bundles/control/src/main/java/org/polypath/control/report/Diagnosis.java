package org.polypath.control.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.polypath.api.map.StatusGroup.GroupState;
import org.polypath.api.platform.PluginDirectory.Plugin;
import org.polypath.api.settings.Configuration;
import org.polypath.api.settings.Finding;
import org.polypath.api.topology.GroupSnapshot;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.Outage;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Topology;
import org.polypath.control.report.Trouble.Severity;
import org.polypath.control.text.TopologyIndex;

/** Finds what is not as it should be, and says what to do. Pure. */
final class Diagnosis {
  /** A check that is not answered for so long, in seconds, is worth a word. */
  private static final int LONG_CHECK = 30;

  private final TopologyIndex index;
  private final List<Trouble> troubles = new ArrayList<>();

  private Diagnosis(Topology topology) {
    this.index = TopologyIndex.of(topology);
  }

  /** Everything found, the worst first. */
  static List<Trouble> of(Topology topology, List<Plugin> plugins) {
    Diagnosis diagnosis = new Diagnosis(topology);
    topology.maps().forEach(diagnosis::look);
    topology.paths().forEach(diagnosis::look);
    plugins.forEach(diagnosis::look);
    diagnosis.troubles.addAll(new MissingPlugins(plugins).in(topology));
    topology.configuration().map(Configuration::findings).ifPresent(diagnosis::look);
    return diagnosis.troubles.stream().sorted(Comparator.comparing(Trouble::severity)).toList();
  }

  private void look(MapSnapshot map) {
    List<PathSnapshot> paths =
        map.groups().stream().flatMap(group -> index.paths(group).stream()).toList();
    long usable = paths.stream().filter(path -> path.state().isUsable()).count();
    String explain = "polypath explain " + map.name();
    if (map.suspended()) {
      add(Severity.CRITICAL, map.name(), "suspended: its I/O waits", resume(map));
    }
    if (usable == 0) {
      String why = map.outage().map(Outage::displayName).orElse("no usable path");
      add(Severity.CRITICAL, map.name(), why + ": " + waiting(map), explain);
    } else if (usable == 1 && paths.size() > 1) {
      String text = "one usable path of " + paths.size() + ": the next fault stops its I/O";
      add(Severity.WARNING, map.name(), text, explain);
    } else if (usable < paths.size()) {
      String text = usable + " usable paths of " + paths.size();
      add(Severity.WARNING, map.name(), text, explain);
    } else if (paths.size() == 1) {
      add(Severity.WARNING, map.name(), "one path only", "multipathd show devices");
    }
    betterGroup(map).ifPresent(group -> lookAtGroup(map, group));
  }

  private static String waiting(MapSnapshot map) {
    if (!map.features().contains("queue_if_no_path")) {
      return "its I/O fails";
    }
    return map.queueingSeconds() > 0
        ? "its I/O waits " + map.queueingSeconds() + " s more, then fails"
        : "its I/O waits until a path is back";
  }

  private static String resume(MapSnapshot map) {
    return "multipathd resume map " + map.name();
  }

  private void lookAtGroup(MapSnapshot map, int group) {
    String text = "I/O does not use its best path group, " + group;
    String advice =
        map.failbackSeconds() > 0
            ? "wait: it goes back in " + map.failbackSeconds() + " s"
            : "multipathd switch map " + map.name() + " group " + group;
    add(Severity.NOTE, map.name(), text, advice);
  }

  /** The number of a usable group that ranks above the one in use. */
  private Optional<Integer> betterGroup(MapSnapshot map) {
    List<GroupSnapshot> groups = map.groups();
    int best = -1;
    int active = -1;
    for (int i = 0; i < groups.size(); i++) {
      if (groups.get(i).state() == GroupState.ACTIVE) {
        active = i;
      }
      boolean usable =
          index.paths(groups.get(i)).stream().anyMatch(path -> path.state().isUsable());
      if (usable && (best < 0 || groups.get(i).priority() > groups.get(best).priority())) {
        best = i;
      }
    }
    boolean better =
        best >= 0 && active >= 0 && groups.get(best).priority() > groups.get(active).priority();
    return better ? Optional.of(best + 1) : Optional.empty();
  }

  private void look(PathSnapshot path) {
    String name = path.facts().name();
    if (path.checkAge().orElse(0) >= LONG_CHECK) {
      String text = "its check is unanswered for " + path.checkAge().getAsInt() + " s";
      add(Severity.WARNING, name, text, "polypath explain " + name);
    } else if (path.marginal()) {
      add(Severity.WARNING, name, "marginal: it comes and goes", "polypath explain " + name);
    } else if (path.map().isPresent() && !path.state().isUsable()) {
      String message = path.message().isEmpty() ? "" : ": " + path.message();
      String text = path.state().displayName() + message;
      add(Severity.WARNING, name, text, "polypath explain " + name);
    }
  }

  private void look(Plugin plugin) {
    if (plugin.serving() && plugin.use().faults() > 0) {
      String text = plugin.kind() + " of " + plugin.bundle() + " " + plugin.version();
      add(
          Severity.WARNING,
          plugin.name(),
          text + " failed " + plugin.use().faults() + " times",
          "polypath plugins");
    }
  }

  private void look(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.severity() != Finding.Severity.NOTE) {
        add(Severity.NOTE, "configuration", finding.message(), "polypath config check");
      }
    }
  }

  private void add(Severity severity, String subject, String text, String advice) {
    troubles.add(new Trouble(severity, subject, text, advice));
  }
}
