package org.polypath.core;

/**
 * When a path is checked next.
 *
 * <p>While a path is well its interval doubles from {@code polling_interval} to {@code
 * max_polling_interval}; any change, and a path that is not usable, bring it back
 * (multipath.conf(5)). All paths of a map are checked at the same moments, so that one report of
 * the array can rank them all; the maps' moments are spread over the interval, so that no burst
 * forms and none drifts.
 */
final class CheckSchedule {
  private final Workspace work;

  CheckSchedule(Workspace work) {
    this.work = work;
  }

  /** Sets the next check of a path that was just checked. */
  void after(MapEntry map, PathEntry path, boolean wellAsBefore) {
    long polling = work.pollingMillis();
    path.checkInterval =
        wellAsBefore ? Math.min(2 * Math.max(path.checkInterval, polling), longest()) : polling;
    work.checkAt(path, next(map, path.checkInterval));
  }

  private long longest() {
    long configured = 1000L * work.configuration().daemon().maxPollingInterval().value();
    return Math.max(configured, work.pollingMillis());
  }

  /**
   * The next of the map's moments, at least half an interval away: the shorter interval's moments
   * include those of its double.
   */
  private long next(MapEntry map, long interval) {
    long earliest = work.now() + interval / 2;
    long phase = Integer.toUnsignedLong(map.wwid.hashCode() * 0x9E3779B9);
    return earliest + Math.floorMod(phase - earliest, interval);
  }
}
