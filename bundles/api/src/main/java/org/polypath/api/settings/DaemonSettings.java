package org.polypath.api.settings;

import java.util.Optional;

/**
 * Settings that are not a path's or a map's. Change {@link #BUILT_IN} to make some: components may
 * be added in later versions.
 *
 * @param pollingInterval shortest time between two checks of one path, in seconds, at least 1
 * @param maxPollingInterval longest time between two checks of a healthy path, in seconds, a
 *     multiple of the former
 * @param checks how checks are made and told of
 * @param findMultipaths which disks become maps
 * @param verbosity 0 to 4
 * @param queueWithoutDaemon whether I/O goes on waiting for a path when the daemon stops
 * @param marginalGroups what is done with marginal paths
 * @param autoResize whether a map follows when all its paths have changed size
 * @param removeRetries how often the removal of a map in use is tried again, 0 or more ({@code
 *     remove_retries})
 * @param openFiles how many files the daemon may have open; {@link Limit#UNLIMITED} is the system's
 *     own limit, {@code fs.nr_open} ({@code max_fds})
 * @param commandTimeout how long a command waits for the daemon's answer, in milliseconds, at least
 *     4000 ({@code uxsock_timeout})
 * @param partitionDelimiter what stands between a map's name and a partition's number; empty: as
 *     the kernel does, {@code p} after a digit, else nothing ({@code partition_delimiter})
 * @param reassignMaps whether device-mapper maps on top of a path use the multipath map instead
 *     ({@code reassign_maps})
 * @param foreign expression for the names of what shows maps of others ({@code enable_foreign})
 * @param events how udev events are waited for
 */
public record DaemonSettings(
    Setting<Integer> pollingInterval,
    Setting<Integer> maxPollingInterval,
    CheckSettings checks,
    Setting<FindMultipaths> findMultipaths,
    Setting<Integer> verbosity,
    Setting<Boolean> queueWithoutDaemon,
    Setting<MarginalGroups> marginalGroups,
    Setting<AutoResize> autoResize,
    Setting<Integer> removeRetries,
    Setting<Limit> openFiles,
    Setting<Integer> commandTimeout,
    Optional<Setting<String>> partitionDelimiter,
    Setting<Boolean> reassignMaps,
    Setting<String> foreign,
    EventSettings events) {
  /** What holds where nothing is configured. */
  public static final DaemonSettings BUILT_IN = new DaemonSettingsBuilder().build();

  /** The same settings, open for change. */
  public DaemonSettingsBuilder change() {
    return new DaemonSettingsBuilder(this);
  }
}
