package org.polypath.control.report;

import java.util.Locale;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.Setting;
import org.polypath.api.topology.GroupSnapshot;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.MapStatistics;

/** A map as members of a JSON object. */
final class MapMembers {
  private static final int SECTOR_BYTES = 512;

  private MapMembers() {}

  static void write(Json json, MapSnapshot map) {
    json.text("name", map.name())
        .text("wwid", map.wwid().text())
        .text("kernel_name", map.kernelName())
        .text("number", map.number().map(Object::toString))
        .number("bytes", map.sectors() * SECTOR_BYTES)
        .text("vendor", map.vendor())
        .text("product", map.product())
        .text("revision", map.revision())
        .text("features", map.features())
        .text("hardware_handler", map.hardwareHandler())
        .flag("read_only", map.readOnly())
        .flag("suspended", map.suspended())
        .text("action", map.action())
        .number("failback_seconds", map.failbackSeconds())
        .number("queueing_seconds", map.queueingSeconds())
        .flag("queueing_disabled", map.queueingDisabled())
        .flag("reservation_registered", map.reservation().registered())
        .flag("reservation_held", map.reservation().held())
        .text("outage", map.outage().map(it -> it.name().toLowerCase(Locale.ROOT)));
    map.settings().ifPresent(settings -> json.object("settings", settings, MapMembers::settings));
    json.object("statistics", map.statistics(), MapMembers::statistics)
        .objects("groups", map.groups(), MapMembers::group)
        .objects("reasons", map.reasons(), PathMembers::reason);
  }

  private static void settings(Json json, MapSettings settings) {
    setting(json, "path_grouping_policy", settings.groupingPolicy());
    setting(json, "path_selector", settings.selector());
    json.object(
        "failback",
        settings.failback(),
        (inner, failback) ->
            inner
                .text("value", failback.value().mode().name().toLowerCase(Locale.ROOT))
                .number("seconds", failback.value().seconds())
                .text("origin", failback.origin().text()));
    json.object(
        "no_path_retry",
        settings.noPathRetry(),
        (inner, retry) ->
            inner
                .text("value", retry.value().mode().name().toLowerCase(Locale.ROOT))
                .number("checks", retry.value().checks())
                .text("origin", retry.origin().text()));
  }

  private static void setting(Json json, String name, Setting<String> setting) {
    json.object(
        name,
        setting,
        (inner, it) -> inner.text("value", it.value()).text("origin", it.origin().text()));
  }

  private static void statistics(Json json, MapStatistics statistics) {
    json.number("path_faults", statistics.pathFaults())
        .number("group_switches", statistics.groupSwitches())
        .number("map_loads", statistics.mapLoads())
        .number("queueing_seconds", statistics.queueingSeconds())
        .number("queueing_timeouts", statistics.queueingTimeouts())
        .number("map_failures", statistics.mapFailures());
  }

  private static void group(Json json, GroupSnapshot group) {
    json.text("selector", group.selector())
        .number("priority", group.priority())
        .text("state", group.state().displayName())
        .flag("marginal", group.marginal())
        .texts("paths", group.paths());
  }
}
