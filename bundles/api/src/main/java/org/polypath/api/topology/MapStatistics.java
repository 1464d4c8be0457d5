package org.polypath.api.topology;

/**
 * A map's counters since the daemon knows it.
 *
 * @param pathFaults paths that failed
 * @param groupSwitches switches to another group that we asked for
 * @param mapLoads tables loaded
 * @param queueingSeconds seconds spent without a usable path while I/O waited
 * @param queueingTimeouts how often waiting began to be limited
 * @param mapFailures how often waiting ended without a path
 */
public record MapStatistics(
    int pathFaults,
    int groupSwitches,
    int mapLoads,
    long queueingSeconds,
    int queueingTimeouts,
    int mapFailures) {
  /** All zero. */
  public static final MapStatistics ZERO = new MapStatistics(0, 0, 0, 0, 0, 0);
}
