package org.polypath.api.settings;

/**
 * Settings that are not a path's or a map's.
 *
 * @param pollingInterval shortest time between two checks of one path, in seconds, at least 1
 * @param maxPollingInterval longest time between two checks of a healthy path, in seconds, a
 *     multiple of the former
 * @param findMultipaths which disks become maps
 * @param verbosity 0 to 4
 * @param queueWithoutDaemon whether I/O goes on waiting for a path when the daemon stops
 */
public record DaemonSettings(
    Setting<Integer> pollingInterval,
    Setting<Integer> maxPollingInterval,
    Setting<FindMultipaths> findMultipaths,
    Setting<Integer> verbosity,
    Setting<Boolean> queueWithoutDaemon) {}
