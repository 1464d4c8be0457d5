package org.polypath.control.text;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.polypath.api.topology.GroupSnapshot;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Topology;

/**
 * A map with the topology it is part of.
 *
 * @param index where its paths are found
 * @param map the map
 */
public record MapRow(TopologyIndex index, MapSnapshot map) {
  /** One map of a topology. */
  public static MapRow of(Topology topology, MapSnapshot map) {
    return new MapRow(TopologyIndex.of(topology), map);
  }

  /** All maps of a topology. */
  public static List<MapRow> all(Topology topology) {
    return all(TopologyIndex.of(topology));
  }

  /** All maps of a topology. */
  public static List<MapRow> all(TopologyIndex index) {
    return index.topology().maps().stream().map(map -> new MapRow(index, map)).toList();
  }

  /** The paths of one of its groups that are still there. */
  List<PathRow> paths(GroupSnapshot group) {
    return index.paths(group).stream().map(path -> new PathRow(index, path)).toList();
  }

  /** The paths of all its groups. */
  List<PathRow> paths() {
    return map.groups().stream().flatMap(group -> paths(group).stream()).toList();
  }

  /** How many of its paths can carry I/O. */
  long usablePaths() {
    return paths().stream().filter(row -> row.path().state().isUsable()).count();
  }

  /** What a page of its vendor's own says of its paths, by the first that it says something of. */
  Optional<String> vendorPage() {
    return paths().stream().flatMap(row -> row.vendorPage().stream()).findFirst();
  }

  /**
   * The largest request that the kernel sends, in KiB: the least of its paths', as the kernel
   * stacks it.
   */
  OptionalInt largestRequest() {
    return paths().stream().flatMapToInt(row -> row.path().facts().largestRequest().stream()).min();
  }

  /** The path whose vendor and product the map shows. */
  Optional<PathSnapshot> firstPath() {
    return paths().stream().findFirst().map(PathRow::path);
  }
}
