package org.polypath.control.multipath;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.polypath.api.path.Wwid;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.PathSnapshot.KernelPathState;
import org.polypath.api.topology.Topology;

/**
 * Notes what is done to maps while topologies go by: a map's action stands only as long as it is
 * under way. Called on the platform's thread, read by others.
 */
final class Changes implements Consumer<Topology> {
  private final Map<Wwid, Change> changes = new LinkedHashMap<>();

  /**
   * What was done to a map.
   *
   * @param action {@code create}, {@code reload}, …
   * @param kernelStates how the kernel had the paths before
   */
  record Change(String action, Map<String, KernelPathState> kernelStates) {}

  @Override
  public synchronized void accept(Topology topology) {
    for (MapSnapshot map : topology.maps()) {
      if (!map.action().isEmpty() && !changes.containsKey(map.wwid())) {
        changes.put(map.wwid(), new Change(map.action(), kernelStates(topology, map.wwid())));
      }
    }
  }

  /** The changes so far, the first first. */
  synchronized Map<Wwid, Change> soFar() {
    return new LinkedHashMap<>(changes);
  }

  private static Map<String, KernelPathState> kernelStates(Topology topology, Wwid map) {
    Map<String, KernelPathState> states = new HashMap<>();
    for (PathSnapshot path : topology.paths()) {
      if (path.map().filter(map::equals).isPresent()) {
        states.put(path.facts().name(), path.kernelState());
      }
    }
    return states;
  }
}
