package org.polypath.deployer;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The time of day at the start, and what has passed since: whoever sets the clock stops nothing.
 */
final class SteadyTime {
  private final LongSupplier nanoTime;
  private final Instant begun;
  private final long begunNanos;

  SteadyTime(Clock clock, LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.begun = clock.instant();
    this.begunNanos = nanoTime.getAsLong();
  }

  Instant now() {
    return begun.plusNanos(nanoTime.getAsLong() - begunNanos);
  }
}
