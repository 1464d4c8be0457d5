package org.polypath.control.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.polypath.api.map.StatusGroup.GroupState;
import org.polypath.api.path.PathState;
import org.polypath.api.topology.GroupSnapshot;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.PathSnapshot.KernelPathState;
import org.polypath.api.topology.Topology;

/** Topologies with less in them, or with other things, for the commands that show those. */
public final class TopologyView {
  private TopologyView() {}

  /**
   * What sysfs and the kernel's maps alone tell ({@code multipath -l}): no priorities, and of the
   * checkers' states only that a path failed.
   */
  public static Topology withoutChecks(Topology topology) {
    return new Topology(
        topology.sequence(),
        topology.wallMillis(),
        topology.maps().stream().map(TopologyView::withoutPriorities).toList(),
        topology.paths().stream().map(TopologyView::withoutCheck).toList(),
        topology.ignored(),
        topology.configuration(),
        topology.busy());
  }

  /** The paths that are left alone, as if they were all there are. */
  public static Topology leftAlone(Topology topology) {
    return new Topology(
        topology.sequence(),
        topology.wallMillis(),
        List.of(),
        topology.ignored(),
        List.of(),
        topology.configuration(),
        topology.busy());
  }

  /**
   * A map as it was when a table for it was decided on, before the kernel had it.
   *
   * @param index where the map and the paths of its new groups are
   * @param map the map
   * @param kernelStates how the kernel had its paths then; a path not in it was in no map
   */
  public static MapRow decided(
      TopologyIndex index, MapSnapshot map, Map<String, KernelPathState> kernelStates) {
    Topology topology = index.topology();
    Topology then =
        new Topology(
            topology.sequence(),
            topology.wallMillis(),
            topology.maps(),
            map.groups().stream()
                .flatMap(group -> index.paths(group).stream())
                .map(
                    path ->
                        withState(
                            path,
                            path.state(),
                            kernelStates.getOrDefault(
                                path.facts().name(), KernelPathState.UNDEFINED)))
                .toList(),
            topology.ignored(),
            topology.configuration(),
            topology.busy());
    List<GroupSnapshot> groups =
        map.groups().stream()
            .map(
                group ->
                    new GroupSnapshot(
                        group.selector(),
                        group.priority(),
                        GroupState.UNDEFINED,
                        group.marginal(),
                        group.paths()))
            .toList();
    return MapRow.of(then, withGroups(map, groups, true));
  }

  private static MapSnapshot withoutPriorities(MapSnapshot map) {
    List<GroupSnapshot> groups =
        map.groups().stream()
            .map(
                group ->
                    new GroupSnapshot(
                        group.selector(), 0, group.state(), group.marginal(), group.paths()))
            .toList();
    return withGroups(map, groups, false);
  }

  private static PathSnapshot withoutCheck(PathSnapshot path) {
    boolean failed = path.kernelState() == KernelPathState.FAILED;
    return withState(path, failed ? PathState.DOWN : PathState.UNCHECKED, path.kernelState());
  }

  private static MapSnapshot withGroups(
      MapSnapshot map, List<GroupSnapshot> groups, boolean withoutNumber) {
    return new MapSnapshot(
        map.wwid(),
        map.name(),
        withoutNumber ? Optional.empty() : map.number(),
        map.sectors(),
        map.vendor(),
        map.product(),
        map.revision(),
        map.features(),
        map.hardwareHandler(),
        map.readOnly(),
        map.suspended(),
        groups,
        map.settings(),
        map.action(),
        map.failbackSeconds(),
        map.queueingSeconds(),
        map.statistics(),
        map.queueingDisabled(),
        map.reservation(),
        map.outage(),
        map.reasons());
  }

  private static PathSnapshot withState(
      PathSnapshot path, PathState state, KernelPathState kernelState) {
    return new PathSnapshot(
        path.facts(),
        path.wwid(),
        state,
        path.message(),
        path.checker(),
        path.prioritizer(),
        path.priority(),
        kernelState,
        path.failures(),
        path.map(),
        path.checkInterval(),
        path.secondsToCheck(),
        OptionalInt.empty(),
        path.marginal(),
        path.reasons());
  }
}
