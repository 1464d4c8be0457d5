package org.polypath.selector.queuelength;

import static java.util.Comparator.comparingInt;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import org.polypath.api.selector.PathLoad;
import org.polypath.api.selector.SelectorAlgorithm;

/** Chooses the path with the fewest I/Os in flight; of equals the one unused for longest. */
final class QueueLength implements SelectorAlgorithm {
  private final LinkedHashSet<String> order = new LinkedHashSet<>();

  @Override
  public int select(List<PathLoad> paths, long bytes) {
    List<String> names = paths.stream().map(PathLoad::name).toList();
    order.retainAll(names);
    order.addAll(names);
    String best =
        Collections.min(
            order, comparingInt(name -> paths.get(names.indexOf(name)).requestsInFlight()));
    order.remove(best);
    order.add(best);
    return names.indexOf(best);
  }
}
