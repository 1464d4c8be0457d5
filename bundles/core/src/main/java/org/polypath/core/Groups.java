package org.polypath.core;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Arithmetic on path groups: priority, order, best (multipath-tools' rules). Pure. */
final class Groups {
  private Groups() {}

  /** Usable paths of a group. */
  static int usable(List<PathEntry> group) {
    return (int) group.stream().filter(path -> path.state.isUsable()).count();
  }

  /**
   * The integer mean of the priorities of the usable paths that have one; 0 if no path is usable;
   * empty if none of the usable has a priority.
   */
  static OptionalInt priority(List<PathEntry> group) {
    if (usable(group) == 0) {
      return OptionalInt.of(0);
    }
    long sum = 0;
    int count = 0;
    for (PathEntry path : group) {
      if (path.state.isUsable() && path.priority.isPresent()) {
        sum += path.priority.getAsInt();
        count++;
      }
    }
    return count == 0 ? OptionalInt.empty() : OptionalInt.of((int) (sum / count));
  }

  /** Sorts groups: higher priority first, then more usable paths, else as they were. */
  static List<List<PathEntry>> sorted(List<List<PathEntry>> groups) {
    Comparator<List<PathEntry>> byPriority = Comparator.comparingInt(Groups::sortPriority);
    Comparator<List<PathEntry>> byUsable = Comparator.comparingInt(Groups::usable);
    return groups.stream()
        .sorted(byPriority.reversed().thenComparing(byUsable.reversed()))
        .toList();
  }

  /**
   * The best group, from 1: highest priority among those with a usable path, then more usable
   * paths, then the first.
   */
  static int best(List<List<PathEntry>> groups) {
    int best = 0;
    for (int i = 1; i < groups.size(); i++) {
      if (isBetter(groups.get(i), groups.get(best))) {
        best = i;
      }
    }
    return groups.isEmpty() ? 0 : best + 1;
  }

  /**
   * Whether the groups that have a usable path and a priority stand in falling order of priority.
   */
  static boolean inOrder(List<List<PathEntry>> groups) {
    int above = Integer.MAX_VALUE;
    for (List<PathEntry> group : groups) {
      OptionalInt priority = priority(group);
      if (usable(group) > 0 && priority.isPresent()) {
        if (priority.getAsInt() > above) {
          return false;
        }
        above = priority.getAsInt();
      }
    }
    return true;
  }

  private static boolean isBetter(List<PathEntry> one, List<PathEntry> other) {
    if (usable(one) == 0 || usable(other) == 0) {
      return usable(one) > 0 && usable(other) == 0;
    }
    int byPriority = Integer.compare(sortPriority(one), sortPriority(other));
    return byPriority > 0 || (byPriority == 0 && usable(one) > usable(other));
  }

  private static int sortPriority(List<PathEntry> group) {
    return priority(group).orElse(-1);
  }
}
