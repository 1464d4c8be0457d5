package org.polypath.selector.historicalservicetime;

import org.polypath.api.selector.IoRequest;

/** What a path has shown so far: a moving average of its service time. */
final class PathHistory {
  private double average;
  private boolean known;
  private long lastFinish;

  /**
   * Takes an I/O into the average. One that had to wait for another is counted from when that one
   * came back: a path is not slow because many I/Os were sent down it at once.
   *
   * @param baseWeight what stays of the history, in 1024ths
   */
  void completed(IoRequest request, long endNanos, int baseWeight) {
    long start = known && lastFinish - request.startNanos() > 0 ? lastFinish : request.startNanos();
    double service = Math.max(0, endNanos - start);
    double kept = known ? (double) baseWeight / HistoryArguments.ONE : 0;
    average = kept * average + (1 - kept) * service;
    known = true;
    lastFinish = endNanos;
  }

  /** The average service time in nanoseconds; 0 as long as no I/O has come back. */
  double average() {
    return average;
  }

  /** When the last I/O came back; 0 as long as none has. */
  long lastFinish() {
    return lastFinish;
  }

  /**
   * Whether nothing was heard of the path for so long that its history says little.
   *
   * @param paths how many paths there are: each is to get its turn meanwhile
   */
  boolean isStale(long now, int paths) {
    return known && now - lastFinish > average * paths;
  }
}
