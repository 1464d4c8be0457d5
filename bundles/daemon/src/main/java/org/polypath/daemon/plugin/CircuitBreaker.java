package org.polypath.daemon.plugin;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lets a plug-in rest that failed several times in a row, whichever path it was asked about: it is
 * not called for a while, then once to see, and again after a longer while. Any thread may call.
 */
final class CircuitBreaker {
  /** So many faults in a row begin a rest. */
  static final int FAULTS = 5;

  /** The first rest; each that follows without an answer between is twice as long. */
  static final Duration SHORTEST = Duration.ofSeconds(10);

  static final Duration LONGEST = Duration.ofMinutes(5);

  private final LongSupplier nanoTime;
  private int faults;
  private String lastFault = "";
  private long rest;
  private long until;

  /** Whether somebody may see now if the rest was long enough. */
  private boolean trying;

  CircuitBreaker(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Whether the plug-in may be called now. After a rest the first one who asks may. */
  synchronized boolean permits() {
    if (rest == 0) {
      return true;
    }
    if (nanoTime.getAsLong() - until < 0) {
      return false;
    }
    restFor(rest);
    trying = true;
    return true;
  }

  /** It answered as it should. */
  synchronized void answered() {
    faults = 0;
    rest = 0;
    trying = false;
  }

  /**
   * It did not. Of calls that were under way when a rest began nothing follows: it may have failed
   * for all its paths at once.
   */
  synchronized void failed(String fault) {
    lastFault = fault;
    faults++;
    if (faults >= FAULTS && rest == 0) {
      restFor(SHORTEST.toNanos());
    } else if (trying) {
      trying = false;
      restFor(Math.min(2 * rest, LONGEST.toNanos()));
    }
  }

  private void restFor(long nanos) {
    rest = nanos;
    until = nanoTime.getAsLong() + nanos;
  }

  /** Why it rests; empty if it does not. The text stays the same during the rest. */
  synchronized Optional<String> reason() {
    return rest == 0
        ? Optional.empty()
        : Optional.of("rests after repeated faults; the last: " + lastFault);
  }
}
