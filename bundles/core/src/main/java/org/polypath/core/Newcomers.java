package org.polypath.core;

import java.util.Comparator;
import java.util.List;
import org.polypath.api.map.MultipathTable;
import org.polypath.core.effect.Effect.Report.Level;

/**
 * Paths that come to a map which is there. The kernel takes a table as a whole or not at all, and
 * does not say which path it minds: where it refused one they come one by one, so that a path that
 * cannot be opened keeps no other out. That one is tried again after a polling interval, then two,
 * four ….
 */
final class Newcomers {
  private final Workspace work;

  Newcomers(Workspace work) {
    this.work = work;
  }

  /** Those that come with the next table. */
  List<PathEntry> next(MapEntry map, List<PathEntry> newcomers) {
    if (map.kernel.isEmpty() || newcomers.stream().allMatch(path -> path.loadRefusals == 0)) {
      return newcomers;
    }
    return newcomers.stream()
        .filter(path -> path.loadAgainAt <= work.now())
        .min(Comparator.comparingInt(path -> path.loadRefusals))
        .stream()
        .toList();
  }

  /**
   * A table was refused for one of its paths.
   *
   * @param why what the kernel said
   * @return whether it had newcomers, so that the next table is another
   */
  boolean refused(MapEntry map, MultipathTable table, String why) {
    List<PathEntry> tried =
        map.paths.stream()
            .filter(path -> table.devices().contains(path.facts.number()))
            .filter(path -> !map.holds(path.facts.number()))
            .toList();
    for (PathEntry path : tried) {
      path.loadRefusals++;
      if (tried.size() == 1) {
        Level level = path.loadRefusals <= 2 ? Level.WARNING : Level.DETAIL;
        work.report(level, path, "path left out of " + map.shownName(), why);
        path.loadAgainAt = work.now() + Backoff.intervals(path.loadRefusals) * work.pollingMillis();
        work.lookAt(map, path.loadAgainAt);
      }
    }
    return !tried.isEmpty();
  }

  /** A table was taken with its paths. */
  void taken(MapEntry map, MultipathTable table) {
    map.paths.stream()
        .filter(path -> table.devices().contains(path.facts.number()))
        .forEach(path -> path.loadRefusals = 0);
  }

  /** The time to try one again may have come. */
  void consider(MapEntry map) {
    boolean due =
        map.paths.stream()
            .anyMatch(path -> path.loadRefusals > 0 && path.loadAgainAt <= work.now());
    if (due && !next(map, new WantedTable(map, work).newcomers()).isEmpty()) {
      work.unsettle(map);
    }
  }
}
