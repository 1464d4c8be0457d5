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
 * Notes what is done to maps while topologies go by: a map's action may stand only for a moment, or
 * still be the one of before. Called on the platform's thread, read by others.
 */
final class Changes implements Consumer<Topology> {
  private final Map<Wwid, Change> changes = new LinkedHashMap<>();
  private final Map<Wwid, Stand> stands = new HashMap<>();

  /** A map's action and how often its table was loaded: both the same means nothing was done. */
  private record Stand(String action, int loads) {
    static Stand of(MapSnapshot map) {
      return new Stand(map.action(), map.statistics().mapLoads());
    }
  }

  /**
   * What was done to a map.
   *
   * @param action {@code create}, {@code reload}, …
   * @param kernelStates how the kernel had the paths before
   */
  record Change(String action, Map<String, KernelPathState> kernelStates) {}

  /** Begins from nothing: every action seen is a change. */
  Changes() {}

  /** Begins from a topology: what was done before is no change. */
  Changes(Topology before) {
    before.maps().forEach(map -> stands.put(map.wwid(), Stand.of(map)));
  }

  @Override
  public synchronized void accept(Topology topology) {
    for (MapSnapshot map : topology.maps()) {
      Stand now = Stand.of(map);
      boolean moved = !now.equals(stands.put(map.wwid(), now));
      if (moved && !map.action().isEmpty() && !changes.containsKey(map.wwid())) {
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
