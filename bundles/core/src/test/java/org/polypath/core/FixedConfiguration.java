package org.polypath.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.BlacklistRule;
import org.polypath.api.settings.Configuration;
import org.polypath.api.settings.DaemonSettings;
import org.polypath.api.settings.Failback;
import org.polypath.api.settings.FindMultipaths;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.settings.PathSettings;
import org.polypath.api.settings.Setting;
import org.polypath.api.settings.TransportSettings;
import org.polypath.api.settings.Verdict;

/** A configuration without files: the same settings for every path and map. */
record FixedConfiguration(
    FindMultipaths findMultipaths,
    String policy,
    Failback failback,
    NoPathRetry noPathRetry,
    Optional<String> alias)
    implements Configuration {
  static final FixedConfiguration DEFAULT =
      new FixedConfiguration(
          FindMultipaths.OFF,
          "group_by_prio",
          Failback.MANUAL,
          NoPathRetry.UNDEFINED,
          Optional.empty());

  FixedConfiguration with(Failback value) {
    return new FixedConfiguration(findMultipaths, policy, value, noPathRetry, alias);
  }

  FixedConfiguration with(NoPathRetry value) {
    return new FixedConfiguration(findMultipaths, policy, failback, value, alias);
  }

  FixedConfiguration with(FindMultipaths value) {
    return new FixedConfiguration(value, policy, failback, noPathRetry, alias);
  }

  FixedConfiguration withPolicy(String value) {
    return new FixedConfiguration(findMultipaths, value, failback, noPathRetry, alias);
  }

  FixedConfiguration withAlias(String value) {
    return new FixedConfiguration(
        findMultipaths, policy, failback, noPathRetry, Optional.of(value));
  }

  @Override
  public DaemonSettings daemon() {
    return DaemonSettings.BUILT_IN.change().findMultipaths(Setting.builtIn(findMultipaths)).build();
  }

  @Override
  public Optional<Setting<Wwid>> wwid(PathFacts path) {
    return path.pageIdentifier().map(Setting::builtIn);
  }

  @Override
  public Verdict verdict(PathFacts path) {
    return path.name().startsWith("sdz") ? new Verdict(true, "devnode \"^sdz\"") : Verdict.ALLOWED;
  }

  @Override
  public PathSettings path(PathFacts path) {
    return new PathSettings(
        Setting.builtIn("tur"),
        Setting.builtIn(30),
        Setting.builtIn("alua"),
        Setting.builtIn(""),
        Setting.builtIn(false),
        TransportSettings.BUILT_IN);
  }

  @Override
  public MapSettings map(Wwid wwid, List<PathFacts> paths) {
    return MapSettings.BUILT_IN
        .change()
        .alias(alias.map(Setting::builtIn))
        .userFriendlyNames(Setting.builtIn(true))
        .groupingPolicy(Setting.builtIn(policy))
        .failback(Setting.builtIn(failback))
        .noPathRetry(Setting.builtIn(noPathRetry))
        .hardwareHandler(Setting.builtIn(List.of("alua")))
        .build();
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
