package org.polypath.api.settings;

import java.util.List;
import java.util.Optional;

/**
 * Collects the settings of one map; see {@link MapSettings} for what each means. Used by one
 * thread.
 */
public final class MapSettingsBuilder {
  private Optional<Setting<String>> alias = Optional.empty();
  private Setting<Boolean> userFriendlyNames = Setting.builtIn(false);
  private Setting<String> aliasPrefix = Setting.builtIn("mpath");
  private Setting<String> groupingPolicy = Setting.builtIn("failover");
  private Setting<GroupPriority> groupPriority = Setting.builtIn(GroupPriority.MEAN);
  private Setting<String> selector = Setting.builtIn("service-time");
  private Setting<List<String>> selectorArguments = Setting.builtIn(List.of());
  private Setting<Failback> failback = Setting.builtIn(Failback.MANUAL);
  private Setting<NoPathRetry> noPathRetry = Setting.builtIn(NoPathRetry.UNDEFINED);
  private Setting<Integer> repeatCount = Setting.builtIn(1);
  private Setting<Boolean> repeatByPriority = Setting.builtIn(false);
  private Setting<List<String>> features = Setting.builtIn(List.of());
  private Setting<List<String>> hardwareHandler = Setting.builtIn(List.of());
  private Setting<Boolean> purgeDisconnected = Setting.builtIn(false);
  private ShakyPathSettings shakyPaths = ShakyPathSettings.OFF;
  private CreationSettings creation = CreationSettings.BUILT_IN;
  private RemovalSettings removal = RemovalSettings.BUILT_IN;
  private ReservationSettings reservation = ReservationSettings.BUILT_IN;

  MapSettingsBuilder() {}

  MapSettingsBuilder(MapSettings settings) {
    alias = settings.alias();
    userFriendlyNames = settings.userFriendlyNames();
    aliasPrefix = settings.aliasPrefix();
    groupingPolicy = settings.groupingPolicy();
    groupPriority = settings.groupPriority();
    selector = settings.selector();
    selectorArguments = settings.selectorArguments();
    failback = settings.failback();
    noPathRetry = settings.noPathRetry();
    repeatCount = settings.repeatCount();
    repeatByPriority = settings.repeatByPriority();
    features = settings.features();
    hardwareHandler = settings.hardwareHandler();
    purgeDisconnected = settings.purgeDisconnected();
    shakyPaths = settings.shakyPaths();
    creation = settings.creation();
    removal = settings.removal();
    reservation = settings.reservation();
  }

  /** Sets the fixed name. */
  public MapSettingsBuilder alias(Optional<Setting<String>> value) {
    alias = value;
    return this;
  }

  /** Sets whether a name is generated. */
  public MapSettingsBuilder userFriendlyNames(Setting<Boolean> value) {
    userFriendlyNames = value;
    return this;
  }

  /** Sets how generated names begin. */
  public MapSettingsBuilder aliasPrefix(Setting<String> value) {
    aliasPrefix = value;
    return this;
  }

  /** Sets the grouping policy. */
  public MapSettingsBuilder groupingPolicy(Setting<String> value) {
    groupingPolicy = value;
    return this;
  }

  /** Sets what the priority of a group is. */
  public MapSettingsBuilder groupPriority(Setting<GroupPriority> value) {
    groupPriority = value;
    return this;
  }

  /** Sets the path selector. */
  public MapSettingsBuilder selector(Setting<String> value) {
    selector = value;
    return this;
  }

  /** Sets its arguments. */
  public MapSettingsBuilder selectorArguments(Setting<List<String>> value) {
    selectorArguments = value;
    return this;
  }

  /** Sets when to go back to the best group. */
  public MapSettingsBuilder failback(Setting<Failback> value) {
    failback = value;
    return this;
  }

  /** Sets what to do with I/O when no path is usable. */
  public MapSettingsBuilder noPathRetry(Setting<NoPathRetry> value) {
    noPathRetry = value;
    return this;
  }

  /** Sets how many I/Os a path gets in a row. */
  public MapSettingsBuilder repeatCount(Setting<Integer> value) {
    repeatCount = value;
    return this;
  }

  /** Sets whether that number is multiplied by the path's priority. */
  public MapSettingsBuilder repeatByPriority(Setting<Boolean> value) {
    repeatByPriority = value;
    return this;
  }

  /** Sets the feature words. */
  public MapSettingsBuilder features(Setting<List<String>> value) {
    features = value;
    return this;
  }

  /** Sets the hardware handler. */
  public MapSettingsBuilder hardwareHandler(Setting<List<String>> value) {
    hardwareHandler = value;
    return this;
  }

  /** Sets whether unmapped LUNs are deleted. */
  public MapSettingsBuilder purgeDisconnected(Setting<Boolean> value) {
    purgeDisconnected = value;
    return this;
  }

  /** Sets when a path that comes and goes is held back. */
  public MapSettingsBuilder shakyPaths(ShakyPathSettings value) {
    shakyPaths = value;
    return this;
  }

  /** Sets how the map comes to be. */
  public MapSettingsBuilder creation(CreationSettings value) {
    creation = value;
    return this;
  }

  /** Sets how it goes. */
  public MapSettingsBuilder removal(RemovalSettings value) {
    removal = value;
    return this;
  }

  /** Sets how persistent reservations are made. */
  public MapSettingsBuilder reservation(ReservationSettings value) {
    reservation = value;
    return this;
  }

  /** The settings. */
  public MapSettings build() {
    return new MapSettings(
        alias,
        userFriendlyNames,
        aliasPrefix,
        groupingPolicy,
        groupPriority,
        selector,
        selectorArguments,
        failback,
        noPathRetry,
        repeatCount,
        repeatByPriority,
        features,
        hardwareHandler,
        purgeDisconnected,
        shakyPaths,
        creation,
        removal,
        reservation);
  }
}
