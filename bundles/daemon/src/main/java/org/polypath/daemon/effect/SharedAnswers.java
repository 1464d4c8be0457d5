package org.polypath.daemon.effect;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.PathDevice;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.Wwid;

/**
 * Answers that hold for every path to a logical unit: those who ask within one round get them from
 * one command. Any thread may call.
 */
final class SharedAnswers {
  /** The paths of a map are checked together: who asks later than this asks anew. */
  private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** So long others wait for the first: a path that hangs must not hold them up. */
  private static final long PATIENCE_MILLIS = 1000;

  private static final ScsiOutcome LATE =
      new ScsiOutcome.NotSent(DeviceFailure.TIMED_OUT, "the first path asked did not answer");

  private final LongSupplier nanoTime;
  private final Map<Question, Asked> asked = new ConcurrentHashMap<>();

  /** Starts with no answer, on a clock in nanoseconds. */
  SharedAnswers(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** A device of a logical unit that shares what may be shared with the others of the same. */
  PathDevice of(Wwid unit, PathDevice device) {
    return new SharingDevice(device, command -> send(new Question(unit, command), device));
  }

  private CompletionStage<ScsiOutcome> send(Question question, PathDevice device) {
    long now = nanoTime.getAsLong();
    asked.values().removeIf(earlier -> now - earlier.sentAt >= ROUND_NANOS);
    Asked mine = new Asked(now, new CompletableFuture<>());
    Asked first = asked.putIfAbsent(question, mine);
    if (first != null) {
      return first
          .outcome
          .copy()
          .completeOnTimeout(LATE, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
          .thenCompose(
              outcome ->
                  isGood(outcome)
                      ? CompletableFuture.completedStage(outcome)
                      : device.send(question.command));
    }
    device
        .send(question.command)
        .whenComplete(
            (outcome, failure) -> {
              ScsiOutcome known = failure == null ? outcome : LATE;
              if (!isGood(known)) {
                asked.remove(question, mine);
              }
              mine.outcome.complete(known);
            });
    return mine.outcome;
  }

  private static boolean isGood(ScsiOutcome outcome) {
    return outcome.fold(ScsiOutcome.Answered::isGood, notSent -> false);
  }

  private record Question(Wwid unit, ScsiCommand command) {}

  private record Asked(long sentAt, CompletableFuture<ScsiOutcome> outcome) {}
}
