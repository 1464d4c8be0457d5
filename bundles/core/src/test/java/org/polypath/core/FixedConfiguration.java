package org.polypath.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.BlacklistRule;
import org.polypath.api.settings.Configuration;
import org.polypath.api.settings.DaemonSettings;
import org.polypath.api.settings.DaemonSettingsBuilder;
import org.polypath.api.settings.Failback;
import org.polypath.api.settings.FindMultipaths;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.MapSettingsBuilder;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.settings.PathSettings;
import org.polypath.api.settings.Setting;
import org.polypath.api.settings.TransportSettings;
import org.polypath.api.settings.Verdict;

/**
 * A configuration without files: the same settings for every path and map.
 *
 * @param byHardware whether those of maps are for their paths' hardware, so that a map of which no
 *     path is told has those built in
 * @param blacklisted how the names of paths begin that are left alone
 * @param uidAttribute the udev property that is a path's WWID; the device's own page where it is
 *     not there
 */
record FixedConfiguration(
    DaemonSettings daemon,
    MapSettings forMaps,
    PathSettings forPaths,
    boolean byHardware,
    String blacklisted,
    String uidAttribute)
    implements Configuration {
  static final FixedConfiguration DEFAULT =
      new FixedConfiguration(
          DaemonSettings.BUILT_IN
              .change()
              .findMultipaths(Setting.builtIn(FindMultipaths.OFF))
              .build(),
          MapSettings.BUILT_IN
              .change()
              .userFriendlyNames(Setting.builtIn(true))
              .groupingPolicy(Setting.builtIn("group_by_prio"))
              .failback(Setting.builtIn(Failback.MANUAL))
              .noPathRetry(Setting.builtIn(NoPathRetry.UNDEFINED))
              .hardwareHandler(Setting.builtIn(List.of("alua")))
              .build(),
          new PathSettings(
              Setting.builtIn("tur"),
              Setting.builtIn(30),
              Setting.builtIn("alua"),
              Setting.builtIn(""),
              Setting.builtIn(false),
              TransportSettings.BUILT_IN),
          false,
          "sdz",
          "ID_SERIAL");

  FixedConfiguration forDaemon(UnaryOperator<DaemonSettingsBuilder> change) {
    return new FixedConfiguration(
        change.apply(daemon.change()).build(),
        forMaps,
        forPaths,
        byHardware,
        blacklisted,
        uidAttribute);
  }

  FixedConfiguration forMaps(UnaryOperator<MapSettingsBuilder> change) {
    return new FixedConfiguration(
        daemon,
        change.apply(forMaps.change()).build(),
        forPaths,
        byHardware,
        blacklisted,
        uidAttribute);
  }

  FixedConfiguration asHardwareEntry() {
    return new FixedConfiguration(daemon, forMaps, forPaths, true, blacklisted, uidAttribute);
  }

  /** Whose names begin so are blacklisted. */
  FixedConfiguration withBlacklisted(String names) {
    return new FixedConfiguration(daemon, forMaps, forPaths, byHardware, names, uidAttribute);
  }

  FixedConfiguration with(Failback value) {
    return forMaps(settings -> settings.failback(Setting.builtIn(value)));
  }

  FixedConfiguration with(NoPathRetry value) {
    return forMaps(settings -> settings.noPathRetry(Setting.builtIn(value)));
  }

  FixedConfiguration with(FindMultipaths value) {
    return forDaemon(settings -> settings.findMultipaths(Setting.builtIn(value)));
  }

  FixedConfiguration withPolicy(String value) {
    return forMaps(settings -> settings.groupingPolicy(Setting.builtIn(value)));
  }

  FixedConfiguration withAlias(String value) {
    return forMaps(settings -> settings.alias(Optional.of(Setting.builtIn(value))));
  }

  /** Whose WWIDs are told by a udev property, where there is that. */
  FixedConfiguration withUidAttribute(String property) {
    return new FixedConfiguration(daemon, forMaps, forPaths, byHardware, blacklisted, property);
  }

  @Override
  public Optional<Setting<Wwid>> wwid(PathFacts path) {
    return Optional.ofNullable(path.properties().get(uidAttribute))
        .map(Wwid::new)
        .or(path::pageIdentifier)
        .map(Setting::builtIn);
  }

  @Override
  public Verdict verdict(PathFacts path) {
    return path.name().startsWith(blacklisted)
        ? new Verdict(true, "devnode \"^" + blacklisted + "\"")
        : Verdict.ALLOWED;
  }

  @Override
  public PathSettings path(PathFacts path) {
    return forPaths;
  }

  @Override
  public MapSettings map(Wwid wwid, List<PathFacts> paths) {
    return byHardware && paths.isEmpty() ? MapSettings.BUILT_IN : forMaps;
  }

  @Override
  public List<Finding> findings() {
    return List.of();
  }

  @Override
  public Verdict verdict(String name) {
    return Verdict.ALLOWED;
  }

  @Override
  public List<BlacklistRule> blacklist() {
    return List.of();
  }

  @Override
  public List<BlacklistRule> exceptions() {
    return List.of();
  }

  @Override
  public Optional<Setting<String>> setting(String keyword, PathFacts path) {
    return Optional.empty();
  }

  @Override
  public String unset(String keyword) {
    return "";
  }

  @Override
  public String print() {
    return "";
  }

  @Override
  public String print(List<PathFacts> paths, Map<Wwid, String> names) {
    return "";
  }
}
