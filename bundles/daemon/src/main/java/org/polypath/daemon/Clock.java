package org.polypath.daemon;

import org.polypath.core.Moment;

/** The time as the core is told it. */
final class Clock {
  private Clock() {}

  static Moment now() {
    return new Moment(System.nanoTime() / 1_000_000, System.currentTimeMillis());
  }
}
