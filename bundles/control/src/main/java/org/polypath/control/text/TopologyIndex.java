package org.polypath.control.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polypath.api.path.Wwid;
import org.polypath.api.topology.GroupSnapshot;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Topology;

/**
 * A topology of which each path and map is found at once: a text about thousands of them would else
 * cost the square of their number. Made for one text, and not longer held than that.
 */
public final class TopologyIndex {
  private final Topology topology;
  private final Map<String, PathSnapshot> paths;
  private final Map<Wwid, MapSnapshot> maps;

  private TopologyIndex(Topology topology) {
    this.topology = topology;
    paths = new HashMap<>(2 * topology.paths().size());
    topology.paths().forEach(path -> paths.putIfAbsent(path.facts().name(), path));
    maps = new HashMap<>(2 * topology.maps().size());
    topology.maps().forEach(map -> maps.putIfAbsent(map.wwid(), map));
  }

  /** The index of a topology. */
  public static TopologyIndex of(Topology topology) {
    return new TopologyIndex(topology);
  }

  /** What it is of. */
  public Topology topology() {
    return topology;
  }

  /** The paths of a group that are still there. */
  public List<PathSnapshot> paths(GroupSnapshot group) {
    return group.paths().stream().map(paths::get).filter(path -> path != null).toList();
  }

  /** The map that has a path. */
  Optional<MapSnapshot> map(PathSnapshot path) {
    return path.map().map(maps::get);
  }
}
