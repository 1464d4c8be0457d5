package org.polypath.control.text;

import java.util.List;
import java.util.Optional;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Topology;

/**
 * A path with the topology it is part of.
 *
 * @param index where its map is found
 * @param path the path
 */
public record PathRow(TopologyIndex index, PathSnapshot path) {
  /** One path of a topology. */
  public static PathRow of(Topology topology, PathSnapshot path) {
    return new PathRow(TopologyIndex.of(topology), path);
  }

  /** All paths of a topology. */
  public static List<PathRow> all(Topology topology) {
    return all(TopologyIndex.of(topology));
  }

  /** All paths of a topology. */
  public static List<PathRow> all(TopologyIndex index) {
    return index.topology().paths().stream().map(path -> new PathRow(index, path)).toList();
  }

  Optional<MapSnapshot> map() {
    return index.map(path);
  }

  /** What a page of its vendor's own says, where that is to be shown of such hardware. */
  Optional<String> vendorPage() {
    boolean shown =
        index
            .topology()
            .configuration()
            .flatMap(configuration -> configuration.setting("vpd_vendor", path.facts()))
            .isPresent();
    return path.facts().volume().filter(volume -> shown);
  }

  /** Whether no map has the path: then its states are not shown. */
  boolean isOrphan() {
    return path.map().isEmpty();
  }
}
