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

  /** With one more failed path. */
  public MapStatistics withPathFault() {
    return new MapStatistics(
        pathFaults + 1, groupSwitches, mapLoads, queueingSeconds, queueingTimeouts, mapFailures);
  }

  /** With one more switch to another group. */
  public MapStatistics withGroupSwitch() {
    return new MapStatistics(
        pathFaults, groupSwitches + 1, mapLoads, queueingSeconds, queueingTimeouts, mapFailures);
  }

  /** With one more table loaded. */
  public MapStatistics withMapLoad() {
    return new MapStatistics(
        pathFaults, groupSwitches, mapLoads + 1, queueingSeconds, queueingTimeouts, mapFailures);
  }

  /** With one more limited wait begun. */
  public MapStatistics withQueueingTimeout() {
    return new MapStatistics(
        pathFaults, groupSwitches, mapLoads, queueingSeconds, queueingTimeouts + 1, mapFailures);
  }

  /** With one more wait that ended without a path. */
  public MapStatistics withMapFailure() {
    return new MapStatistics(
        pathFaults, groupSwitches, mapLoads, queueingSeconds, queueingTimeouts, mapFailures + 1);
  }

  /** With more seconds spent without a usable path. */
  public MapStatistics withQueueingSeconds(long more) {
    return new MapStatistics(
        pathFaults, groupSwitches, mapLoads, queueingSeconds + more, queueingTimeouts, mapFailures);
  }
}
