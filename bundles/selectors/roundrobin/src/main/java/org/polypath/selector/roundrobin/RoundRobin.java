package org.polypath.selector.roundrobin;

import java.util.LinkedHashSet;
import java.util.List;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.selector.SelectorAlgorithm;

/** Chooses the path that was not used for the longest time; new ones are last. */
final class RoundRobin implements SelectorAlgorithm {
  private final LinkedHashSet<String> order = new LinkedHashSet<>();

  @Override
  public int select(List<PathLoad> paths, long bytes) {
    List<String> names = paths.stream().map(PathLoad::name).toList();
    order.retainAll(names);
    order.addAll(names);
    String next = order.iterator().next();
    order.remove(next);
    order.add(next);
    return names.indexOf(next);
  }
}
