package org.polypath.core.event;

import java.util.List;
import java.util.Map;

/**
 * What policy and selector say of a map.
 *
 * @param groups path names by group, in the policy's order
 * @param selector the selector's name in the kernel
 * @param selectorArguments its arguments for a group
 * @param pathArguments its arguments for each path, by path name
 */
public record Plan(
    List<List<String>> groups,
    String selector,
    List<String> selectorArguments,
    Map<String, List<String>> pathArguments) {
  /** For a map that has no path: I/O waits or fails as configured. */
  public static final Plan NO_PATHS = new Plan(List.of(), "", List.of(), Map.of());

  /** Copies the collections. */
  public Plan {
    groups = groups.stream().map(List::copyOf).toList();
    selectorArguments = List.copyOf(selectorArguments);
    pathArguments = Map.copyOf(pathArguments);
  }
}
