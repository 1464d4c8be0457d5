package org.polypath.core;

/** How long something is left alone: one polling interval, then two, four …, at most 64. Pure. */
final class Backoff {
  static final int LONGEST_INTERVALS = 64;

  private Backoff() {}

  /** The polling intervals after so many doublings, 0 or more. */
  static long intervals(int doublings) {
    return Math.min(LONGEST_INTERVALS, 1L << Math.min(doublings, 30));
  }
}
