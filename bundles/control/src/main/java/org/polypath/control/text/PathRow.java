package org.polypath.control.text;

import java.util.List;
import java.util.Optional;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Topology;

/**
 * A path with the topology it is part of.
 *
 * @param topology where its map is found
 * @param path the path
 */
public record PathRow(Topology topology, PathSnapshot path) {
  /** All paths of a topology. */
  public static List<PathRow> all(Topology topology) {
    return topology.paths().stream().map(path -> new PathRow(topology, path)).toList();
  }

  Optional<MapSnapshot> map() {
    return path.map().flatMap(topology::map);
  }

  /** Whether no map has the path: then its states are not shown. */
  boolean isOrphan() {
    return path.map().isEmpty();
  }
}
