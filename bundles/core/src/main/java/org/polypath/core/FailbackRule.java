package org.polypath.core;

import java.util.ArrayList;
import java.util.List;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.TableGroup;
import org.polypath.api.settings.Failback;
import org.polypath.api.settings.Setting;
import org.polypath.core.effect.Effect.Report.Level;

/** When a map goes back to its best group: the {@code failback} setting. */
final class FailbackRule {
  private final Workspace work;

  FailbackRule(Workspace work) {
    this.work = work;
  }

  /** A path became usable: with {@code followover} that may be the reason to go back. */
  void cameBack(MapEntry map, PathEntry path) {
    if (map.kernel.isEmpty()) {
      return;
    }
    List<List<PathEntry>> groups = groups(map, map.kernel.get());
    int best = Groups.of(map).best(groups);
    if (best > 0) {
      List<PathEntry> group = groups.get(best - 1);
      map.followover = group.contains(path) && Groups.usable(group) == 1;
    }
  }

  /**
   * Goes back if it is time to. Called whenever a state, a priority, the kernel's view or the time
   * changed.
   */
  void consider(MapEntry map) {
    if (map.kernel.isEmpty()
        || map.settings.isEmpty()
        || map.operationsPending > 0
        || isRanking(map)) {
      return;
    }
    KernelMap kernel = map.kernel.get();
    List<List<PathEntry>> groups = groups(map, kernel);
    int best = Groups.of(map).best(groups);
    int current = kernel.status().nextGroup();
    boolean inOrder = Groups.of(map).inOrder(groups);
    // the status may be of the table before, which had other groups
    boolean away =
        groups.size() > 1
            && current > 0
            && best != current
            && Groups.usable(groups.get(best - 1)) > 0;
    if (groups.size() < 2 || (inOrder && !away)) {
      map.failbackAt = 0;
      map.followover = false;
      return;
    }
    Setting<Failback> failback = map.settings.get().failback();
    if (isTime(map, failback.value())) {
      // while a path's place is not known no table is loaded for it
      boolean reorders = !inOrder && !map.holdsUnranked();
      goBack(map, reorders, away ? best : current, failback);
    }
  }

  /**
   * The groups of the kernel's table as our paths; a device that is no path of ours is left out.
   */
  static List<List<PathEntry>> groups(MapEntry map, KernelMap kernel) {
    List<List<PathEntry>> groups = new ArrayList<>();
    for (TableGroup group : kernel.table().groups()) {
      groups.add(group.paths().stream().flatMap(path -> map.path(path.device()).stream()).toList());
    }
    return groups;
  }

  private static boolean isRanking(MapEntry map) {
    return map.paths.stream().anyMatch(path -> path.rankNumber != 0);
  }

  private boolean isTime(MapEntry map, Failback failback) {
    return switch (failback.mode()) {
      case MANUAL -> false;
      case IMMEDIATE -> true;
      case FOLLOWOVER -> map.followover;
      case DEFERRED -> {
        if (map.failbackAt == 0) {
          map.failbackAt = work.now() + 1000L * failback.seconds();
          work.lookAt(map, map.failbackAt);
        }
        yield work.now() >= map.failbackAt;
      }
    };
  }

  private void goBack(MapEntry map, boolean reorders, int group, Setting<Failback> failback) {
    map.failbackAt = 0;
    map.followover = false;
    if (!reorders && group != map.kernel.orElseThrow().status().nextGroup()) {
      String because = "failback " + failback.value().mode() + ": " + failback.origin().text();
      work.report(Level.NOTICE, map, "switch to path group " + group, because);
      new Operations(work).message(map, "switch_group " + group);
      map.statistics = map.statistics.withGroupSwitch();
    } else if (reorders && !map.mayReorder) {
      map.mayReorder = true;
      work.unsettle(map);
    }
  }
}
