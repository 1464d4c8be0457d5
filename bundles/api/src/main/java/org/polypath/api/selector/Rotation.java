package org.polypath.api.selector;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The order in which the paths of a group were used, the one unused for longest first. A path that
 * is new, or was away, is last.
 */
public final class Rotation {
  private final LinkedHashSet<String> order = new LinkedHashSet<>();

  /**
   * Chooses the path that is unused for longest, and notes that it is used.
   *
   * @param paths the usable paths, at least one
   * @return its index
   */
  public int next(List<PathLoad> paths) {
    List<String> names = known(paths);
    return used(names, order.iterator().next());
  }

  /**
   * Chooses a path and notes that it is used.
   *
   * @param paths the usable paths, at least one
   * @param better says which of two paths is less; equal ones take turns
   * @return the index of the least path, of several the one unused for longest
   */
  public int choose(List<PathLoad> paths, Comparator<PathLoad> better) {
    List<String> names = known(paths);
    return used(
        names,
        Collections.min(
            order, Comparator.comparing(name -> paths.get(names.indexOf(name)), better)));
  }

  private List<String> known(List<PathLoad> paths) {
    List<String> names = paths.stream().map(PathLoad::name).toList();
    order.retainAll(names);
    order.addAll(names);
    return names;
  }

  private int used(List<String> names, String chosen) {
    order.remove(chosen);
    order.add(chosen);
    return names.indexOf(chosen);
  }
}
