package org.polypath.core;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.polypath.api.settings.GroupPriority;

/** Arithmetic on path groups: priority, order, best (multipath-tools' rules). Pure. */
final class Groups {
  private final GroupPriority rule;

  Groups(GroupPriority rule) {
    this.rule = rule;
  }

  /** By the rule that a map's settings give. */
  static Groups of(MapEntry map) {
    return new Groups(
        map.settings.map(settings -> settings.groupPriority().value()).orElse(GroupPriority.MEAN));
  }

  /** Usable paths of a group. */
  static int usable(List<PathEntry> group) {
    return (int) group.stream().filter(path -> path.state.isUsable()).count();
  }

  /** Whether all paths of a group are marginal. */
  static boolean isMarginal(List<PathEntry> group) {
    return !group.isEmpty() && group.stream().allMatch(PathEntry::isMarginal);
  }

  /**
   * The integer mean, or the sum, of the priorities of the usable paths that have one; 0 if no path
   * is usable; empty if none of the usable has a priority.
   */
  OptionalInt priority(List<PathEntry> group) {
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
    if (count == 0) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(
        switch (rule) {
          case MEAN -> (int) (sum / count);
          case SUM -> (int) Math.min(sum, Integer.MAX_VALUE);
        });
  }

  /**
   * Sorts groups: marginal ones last, higher priority first, then more usable paths, else as they
   * were.
   */
  List<List<PathEntry>> sorted(List<List<PathEntry>> groups) {
    Comparator<List<PathEntry>> byKind = Comparator.comparing(Groups::isMarginal);
    Comparator<List<PathEntry>> byPriority = Comparator.comparingInt(this::sortPriority);
    Comparator<List<PathEntry>> byUsable = Comparator.comparingInt(Groups::usable);
    return groups.stream()
        .sorted(byKind.thenComparing(byPriority.reversed()).thenComparing(byUsable.reversed()))
        .toList();
  }

  /**
   * The best group, from 1: of those with a usable path one that is not marginal, the highest
   * priority, then more usable paths, then the first.
   */
  int best(List<List<PathEntry>> groups) {
    int best = 0;
    for (int i = 1; i < groups.size(); i++) {
      if (isBetter(groups.get(i), groups.get(best))) {
        best = i;
      }
    }
    return groups.isEmpty() ? 0 : best + 1;
  }

  /**
   * Whether the groups that have a usable path and a priority stand in falling order of priority,
   * the marginal ones last.
   */
  boolean inOrder(List<List<PathEntry>> groups) {
    int above = Integer.MAX_VALUE;
    boolean marginal = false;
    for (List<PathEntry> group : groups) {
      if (isMarginal(group) != marginal) {
        if (marginal) {
          return false;
        }
        marginal = true;
        above = Integer.MAX_VALUE;
      }
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

  private boolean isBetter(List<PathEntry> one, List<PathEntry> other) {
    if (usable(one) == 0 || usable(other) == 0) {
      return usable(one) > 0 && usable(other) == 0;
    }
    if (isMarginal(one) != isMarginal(other)) {
      return isMarginal(other);
    }
    int byPriority = Integer.compare(sortPriority(one), sortPriority(other));
    return byPriority > 0 || (byPriority == 0 && usable(one) > usable(other));
  }

  private int sortPriority(List<PathEntry> group) {
    return priority(group).orElse(-1);
  }
}
