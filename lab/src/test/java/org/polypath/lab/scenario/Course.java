package org.polypath.lab.scenario;

import java.time.Duration;
import java.util.Optional;

/**
 * How an event went.
 *
 * @param toState from the fault to the daemon seeing it
 * @param toRecovery from its end to all being well again
 */
record Course(Optional<Duration> toState, Optional<Duration> toRecovery) {
  static Course of(Duration toState, Duration toRecovery) {
    return new Course(Optional.of(toState), Optional.of(toRecovery));
  }

  /** Of an event that is over as soon as it is seen. */
  static Course recovered(Duration toRecovery) {
    return new Course(Optional.empty(), Optional.of(toRecovery));
  }

  /** Of several of the same kind: the slowest of each. */
  Course slowest(Course other) {
    return new Course(longer(toState, other.toState), longer(toRecovery, other.toRecovery));
  }

  private static Optional<Duration> longer(Optional<Duration> one, Optional<Duration> other) {
    return one.isPresent() && one.get().compareTo(other.orElse(Duration.ZERO)) > 0 ? one : other;
  }
}
