package org.polypath.daemon;

import org.polypath.core.Moment;

/** The time as the core is told it. */
final class Clock {
  private Clock() {}

  static Moment now() {
    return new Moment(millis(System.nanoTime()), System.currentTimeMillis());
  }

  /** The part of a moment that is never set back. */
  static long millis(long nanoTime) {
    return nanoTime / 1_000_000;
  }
}
