package org.polypath.lab;

import java.time.Duration;

/** How long things took on the guest: measured and printed, never judged. */
public final class Timing {
  private Timing() {}

  /**
   * Prints one measurement.
   *
   * @param what from what to what was measured
   * @param taken how long it took
   * @param pollingInterval the polling interval in force
   */
  public static void print(String what, Duration taken, Duration pollingInterval) {
    System.out.printf(
        "lab:   %.1f s  %s (polling interval %d s)%n",
        taken.toMillis() / 1000.0, what, pollingInterval.toSeconds());
  }
}
