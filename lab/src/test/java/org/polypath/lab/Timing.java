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
        "lab:   %s  %s (polling interval %d s)%n",
        seconds(taken), what, pollingInterval.toSeconds());
  }

  /** A duration as tables show it. */
  public static String seconds(Duration taken) {
    return "%.1f s".formatted(taken.toMillis() / 1000.0);
  }
}
