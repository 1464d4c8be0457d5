package org.polypath.api.settings;

import java.util.List;
import java.util.Optional;

/**
 * Settings of one map.
 *
 * @param alias the name fixed in {@code multipaths}; empty if none is
 * @param userFriendlyNames whether a name is generated where none is fixed
 * @param aliasPrefix how generated names begin
 * @param groupingPolicy name of the grouping policy
 * @param selector name of the path selector
 * @param selectorArguments its configured arguments, without their count
 * @param failback when to go back to the best group
 * @param noPathRetry what to do with I/O when no path is usable
 * @param repeatCount I/Os before the selector chooses again, at least 1 ({@code rr_min_io_rq})
 * @param features feature words for the table besides {@code queue_if_no_path}
 * @param hardwareHandler handler name and arguments for the table; empty for none
 */
public record MapSettings(
    Optional<Setting<String>> alias,
    Setting<Boolean> userFriendlyNames,
    Setting<String> aliasPrefix,
    Setting<String> groupingPolicy,
    Setting<String> selector,
    Setting<List<String>> selectorArguments,
    Setting<Failback> failback,
    Setting<NoPathRetry> noPathRetry,
    Setting<Integer> repeatCount,
    Setting<List<String>> features,
    Setting<List<String>> hardwareHandler) {}
