package org.polypath.simulator.san;

import java.time.Duration;

/** What is wrong with a part of the SAN. */
final class Link {
  private boolean cut;
  private boolean hung;
  private Duration delay = Duration.ZERO;

  boolean isCut() {
    return cut;
  }

  boolean isHung() {
    return hung;
  }

  Duration delay() {
    return delay;
  }

  void cut() {
    cut = true;
  }

  void hang() {
    hung = true;
  }

  void slow(Duration by) {
    delay = by;
  }

  void mend() {
    cut = false;
    hung = false;
    delay = Duration.ZERO;
  }

  /** What is wrong in words, for instance {@code cut}; empty if nothing is. */
  String text() {
    String slow = delay.isZero() ? "" : "slow by " + delay.toMillis() + " ms";
    String text = (cut ? "cut " : "") + (hung ? "hung " : "") + slow;
    return text.strip();
  }
}
