package org.polypath.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Waits for what is to happen. */
final class Await {
  /** System property: how many seconds are waited for anything at most; else two minutes. */
  static final String PATIENCE = "polypath.examination.patience";

  private static final int USUAL_SECONDS = 120;
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Await() {}

  /**
   * Waits until nothing is missing.
   *
   * @param missing what is missing yet; empty if it has happened
   * @throws FailedException it does not happen in time; the message says what is missing
   */
  static void until(String what, Supplier<Optional<String>> missing) {
    long end =
        System.nanoTime() + TimeUnit.SECONDS.toNanos(Integer.getInteger(PATIENCE, USUAL_SECONDS));
    Optional<String> left = missing.get();
    while (left.isPresent()) {
      if (System.nanoTime() > end) {
        throw new FailedException(what + ": did not happen: " + left.get());
      }
      pause();
      left = missing.get();
    }
  }

  /**
   * Waits until nothing is missing, and goes on missing nothing for a while: what comes and goes is
   * not enough.
   *
   * @param missing what is missing yet; empty if nothing is
   * @param stretch how long nothing must be missing
   * @throws FailedException it does not happen in time, or does not last
   */
  static void untilItLasts(String what, Supplier<Optional<String>> missing, Duration stretch) {
    AtomicReference<String> last = new AtomicReference<>("");
    AtomicLong since = new AtomicLong(System.nanoTime());
    until(
        what,
        () -> {
          long now = System.nanoTime();
          missing
              .get()
              .ifPresent(
                  left -> {
                    last.set(left);
                    since.set(now);
                  });
          return now - since.get() >= stretch.toNanos()
              ? Optional.empty()
              : Optional.of(last.get());
        });
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
