package org.polypath.api.settings;

import java.util.List;
import java.util.Optional;

/**
 * Settings of one map. Change {@link #BUILT_IN} to make one: components may be added in later
 * versions.
 *
 * @param alias the name fixed in {@code multipaths}; empty if none is
 * @param userFriendlyNames whether a name is generated where none is fixed
 * @param aliasPrefix how generated names begin
 * @param groupingPolicy name of the grouping policy
 * @param groupPriority what the priority of a group is
 * @param selector name of the path selector
 * @param selectorArguments its configured arguments, without their count
 * @param failback when to go back to the best group
 * @param noPathRetry what to do with I/O when no path is usable
 * @param repeatCount I/Os before the selector chooses again, at least 1 ({@code rr_min_io_rq})
 * @param repeatByPriority whether that number is multiplied by the path's priority ({@code
 *     rr_weight})
 * @param features feature words for the table besides {@code queue_if_no_path}
 * @param hardwareHandler handler name and arguments for the table; empty for none
 * @param purgeDisconnected whether the SCSI device of a LUN that the array has unmapped is deleted
 *     ({@code purge_disconnected})
 * @param shakyPaths when a path that comes and goes is held back
 * @param creation how the map comes to be
 * @param removal how it goes
 * @param reservation how persistent reservations are made
 */
public record MapSettings(
    Optional<Setting<String>> alias,
    Setting<Boolean> userFriendlyNames,
    Setting<String> aliasPrefix,
    Setting<String> groupingPolicy,
    Setting<GroupPriority> groupPriority,
    Setting<String> selector,
    Setting<List<String>> selectorArguments,
    Setting<Failback> failback,
    Setting<NoPathRetry> noPathRetry,
    Setting<Integer> repeatCount,
    Setting<Boolean> repeatByPriority,
    Setting<List<String>> features,
    Setting<List<String>> hardwareHandler,
    Setting<Boolean> purgeDisconnected,
    ShakyPathSettings shakyPaths,
    CreationSettings creation,
    RemovalSettings removal,
    ReservationSettings reservation) {
  /** What holds where nothing is configured and nothing detected. */
  public static final MapSettings BUILT_IN = new MapSettingsBuilder().build();

  /** The same settings, open for change. */
  public MapSettingsBuilder change() {
    return new MapSettingsBuilder(this);
  }
}
