package org.polypath.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waits for what is to happen. */
final class Await {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Await() {}

  /**
   * Waits until nothing is missing.
   *
   * @param missing what is missing yet; empty if it has happened
   * @throws FailedException it does not happen within two minutes; the message says what is missing
   */
  static void until(String what, Supplier<Optional<String>> missing) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<String> left = missing.get();
    while (left.isPresent()) {
      if (System.nanoTime() > end) {
        throw new FailedException(what + ": did not happen: " + left.get());
      }
      pause();
      left = missing.get();
    }
  }

  static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ExaminationException("interrupted", e);
    }
  }
}
