package org.polypath.control.text;

import java.util.List;
import java.util.Optional;
import org.polypath.api.settings.Failback;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.topology.MapSnapshot;

/** The wildcards of maps, in the order that {@code show wildcards} lists them. */
public final class MapWildcards {
  private static final String UNDEFINED = "undef";

  /** All of them. */
  public static final List<Wildcard<MapRow>> ALL =
      List.of(
          new Wildcard<>('n', "name", row -> row.map().name()),
          new Wildcard<>('w', "uuid", row -> row.map().wwid().text()),
          new Wildcard<>('d', "sysfs", row -> row.map().kernelName().orElse(UNDEFINED)),
          new Wildcard<>('F', "failback", row -> failback(row.map())),
          new Wildcard<>('Q', "queueing", MapWildcards::queueing),
          new Wildcard<>('N', "paths", row -> Long.toString(row.usablePaths())),
          new Wildcard<>('r', "write_prot", row -> writeProtection(row.map())),
          new Wildcard<>('t', "dm-st", row -> state(row.map())),
          new Wildcard<>('S', "size", row -> Scale.size(row.map().sectors())),
          new Wildcard<>('f', "features", row -> row.map().features()),
          new Wildcard<>(
              'x', "failures", row -> Integer.toString(row.map().statistics().mapFailures())),
          new Wildcard<>('h', "hwhandler", row -> row.map().hardwareHandler()),
          new Wildcard<>('A', "action", row -> row.map().action()),
          new Wildcard<>(
              '0', "path_faults", row -> Integer.toString(row.map().statistics().pathFaults())),
          new Wildcard<>(
              '1', "switch_grp", row -> Integer.toString(row.map().statistics().groupSwitches())),
          new Wildcard<>(
              '2', "map_loads", row -> Integer.toString(row.map().statistics().mapLoads())),
          new Wildcard<>(
              '3', "total_q_time", row -> Long.toString(row.map().statistics().queueingSeconds())),
          new Wildcard<>(
              '4',
              "q_timeouts",
              row -> Integer.toString(row.map().statistics().queueingTimeouts())),
          new Wildcard<>(
              's',
              "vend/prod/rev",
              row -> orHashes(row.map().vendor()) + "," + orHashes(row.map().product())),
          new Wildcard<>('v', "vend", row -> orHashes(row.map().vendor())),
          new Wildcard<>('p', "prod", row -> orHashes(row.map().product())),
          new Wildcard<>('e', "rev", row -> orHashes(row.map().revision())),
          new Wildcard<>('G', "foreign", row -> "--"),
          new Wildcard<>('g', "vpd page data", row -> row.vendorPage().orElse("[undef]")),
          new Wildcard<>(
              'k', "max_sectors_kb", row -> PathWildcards.largestRequest(row.largestRequest())));

  private MapWildcards() {}

  private static String orHashes(String text) {
    return text.isEmpty() ? "##" : text;
  }

  private static String writeProtection(MapSnapshot map) {
    if (map.number().isEmpty()) {
      return UNDEFINED;
    }
    return map.readOnly() ? "ro" : "rw";
  }

  private static String state(MapSnapshot map) {
    if (map.number().isEmpty()) {
      return UNDEFINED;
    }
    return map.suspended() ? "suspend" : "active";
  }

  private static String failback(MapSnapshot map) {
    Optional<Failback> failback =
        map.settings().map(MapSettings::failback).map(setting -> setting.value());
    if (failback.isEmpty()) {
      return UNDEFINED;
    }
    Failback rule = failback.get();
    return switch (rule.mode()) {
      case IMMEDIATE -> "immediate";
      case MANUAL -> "manual";
      case FOLLOWOVER -> "followover";
      case DEFERRED ->
          map.failbackSeconds() > 0
              ? Scale.progress(map.failbackSeconds(), rule.seconds())
              : "deferred:" + rule.seconds();
    };
  }

  private static String queueing(MapRow row) {
    if (row.map().queueingDisabled()) {
      return "off";
    }
    NoPathRetry rule =
        row.map().settings().map(it -> it.noPathRetry().value()).orElse(NoPathRetry.UNDEFINED);
    return switch (rule.mode()) {
      case UNDEFINED -> "-";
      case FAIL -> "off";
      case QUEUE -> "on";
      case RETRY -> retrying(row, rule);
    };
  }

  private static String retrying(MapRow row, NoPathRetry rule) {
    if (row.map().queueingSeconds() > 0) {
      return row.map().queueingSeconds() + " sec";
    }
    return row.usablePaths() > 0 ? rule.checks() + " chk" : "off";
  }
}
