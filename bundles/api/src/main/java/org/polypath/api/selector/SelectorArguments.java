package org.polypath.api.selector;

import java.util.List;

/**
 * What stands behind a selector's name in the dm table.
 *
 * @param group the group's arguments
 * @param paths each path's arguments, in the order of the paths; all of one number
 */
public record SelectorArguments(List<String> group, List<List<String>> paths) {
  /** Copies the lists and checks that the paths have equally many arguments. */
  public SelectorArguments {
    group = List.copyOf(group);
    paths = paths.stream().map(List::copyOf).toList();
    if (paths.stream().mapToInt(List::size).distinct().count() > 1) {
      throw new IllegalArgumentException("paths with different numbers of arguments: " + paths);
    }
  }
}
