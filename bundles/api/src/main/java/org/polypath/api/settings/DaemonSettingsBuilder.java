package org.polypath.api.settings;

import java.util.Optional;

/**
 * Collects the daemon's settings; see {@link DaemonSettings} for what each means. Used by one
 * thread.
 */
public final class DaemonSettingsBuilder {
  private Setting<Integer> pollingInterval = Setting.builtIn(5);
  private Setting<Integer> maxPollingInterval = Setting.builtIn(20);
  private CheckSettings checks = CheckSettings.BUILT_IN;
  private Setting<FindMultipaths> findMultipaths = Setting.builtIn(FindMultipaths.STRICT);
  private Setting<Integer> verbosity = Setting.builtIn(2);
  private Setting<Boolean> queueWithoutDaemon = Setting.builtIn(false);
  private Setting<MarginalGroups> marginalGroups = Setting.builtIn(MarginalGroups.OFF);
  private Setting<AutoResize> autoResize = Setting.builtIn(AutoResize.NEVER);
  private Setting<Integer> removeRetries = Setting.builtIn(0);
  private Setting<Limit> openFiles = Setting.builtIn(Limit.UNLIMITED);
  private Setting<Integer> commandTimeout = Setting.builtIn(4000);
  private Optional<Setting<String>> partitionDelimiter = Optional.empty();
  private Setting<Boolean> reassignMaps = Setting.builtIn(false);
  private Setting<String> foreign = Setting.builtIn("NONE");
  private EventSettings events = EventSettings.BUILT_IN;

  DaemonSettingsBuilder() {}

  DaemonSettingsBuilder(DaemonSettings settings) {
    pollingInterval = settings.pollingInterval();
    maxPollingInterval = settings.maxPollingInterval();
    checks = settings.checks();
    findMultipaths = settings.findMultipaths();
    verbosity = settings.verbosity();
    queueWithoutDaemon = settings.queueWithoutDaemon();
    marginalGroups = settings.marginalGroups();
    autoResize = settings.autoResize();
    removeRetries = settings.removeRetries();
    openFiles = settings.openFiles();
    commandTimeout = settings.commandTimeout();
    partitionDelimiter = settings.partitionDelimiter();
    reassignMaps = settings.reassignMaps();
    foreign = settings.foreign();
    events = settings.events();
  }

  /** Sets the shortest time between two checks. */
  public DaemonSettingsBuilder pollingInterval(Setting<Integer> value) {
    pollingInterval = value;
    return this;
  }

  /** Sets the longest time between two checks. */
  public DaemonSettingsBuilder maxPollingInterval(Setting<Integer> value) {
    maxPollingInterval = value;
    return this;
  }

  /** Sets how checks are made and told of. */
  public DaemonSettingsBuilder checks(CheckSettings value) {
    checks = value;
    return this;
  }

  /** Sets which disks become maps. */
  public DaemonSettingsBuilder findMultipaths(Setting<FindMultipaths> value) {
    findMultipaths = value;
    return this;
  }

  /** Sets how much is logged. */
  public DaemonSettingsBuilder verbosity(Setting<Integer> value) {
    verbosity = value;
    return this;
  }

  /** Sets whether I/O goes on waiting when the daemon stops. */
  public DaemonSettingsBuilder queueWithoutDaemon(Setting<Boolean> value) {
    queueWithoutDaemon = value;
    return this;
  }

  /** Sets whether marginal paths get groups of their own. */
  public DaemonSettingsBuilder marginalGroups(Setting<MarginalGroups> value) {
    marginalGroups = value;
    return this;
  }

  /** Sets whether a map follows the size of its paths. */
  public DaemonSettingsBuilder autoResize(Setting<AutoResize> value) {
    autoResize = value;
    return this;
  }

  /** Sets how often a removal is tried again. */
  public DaemonSettingsBuilder removeRetries(Setting<Integer> value) {
    removeRetries = value;
    return this;
  }

  /** Sets how many files may be open. */
  public DaemonSettingsBuilder openFiles(Setting<Limit> value) {
    openFiles = value;
    return this;
  }

  /** Sets how long a command waits for its answer. */
  public DaemonSettingsBuilder commandTimeout(Setting<Integer> value) {
    commandTimeout = value;
    return this;
  }

  /** Sets what stands before a partition's number. */
  public DaemonSettingsBuilder partitionDelimiter(Optional<Setting<String>> value) {
    partitionDelimiter = value;
    return this;
  }

  /** Sets whether maps on top of a path follow it. */
  public DaemonSettingsBuilder reassignMaps(Setting<Boolean> value) {
    reassignMaps = value;
    return this;
  }

  /** Sets which maps of others are shown. */
  public DaemonSettingsBuilder foreign(Setting<String> value) {
    foreign = value;
    return this;
  }

  /** Sets how udev events are waited for. */
  public DaemonSettingsBuilder events(EventSettings value) {
    events = value;
    return this;
  }

  /** The settings. */
  public DaemonSettings build() {
    return new DaemonSettings(
        pollingInterval,
        maxPollingInterval,
        checks,
        findMultipaths,
        verbosity,
        queueWithoutDaemon,
        marginalGroups,
        autoResize,
        removeRetries,
        openFiles,
        commandTimeout,
        partitionDelimiter,
        reassignMaps,
        foreign,
        events);
  }
}
