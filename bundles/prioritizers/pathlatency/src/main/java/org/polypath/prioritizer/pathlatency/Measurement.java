package org.polypath.prioritizer.pathlatency;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;

/**
 * The timed reads of one request, one after the other, so that they do not wait for each other. All
 * together have the time of the request; a path too slow for all of them is ranked by those it did.
 */
final class Measurement {
  private static final int BLOCK = 4096;

  private final PriorityRequest request;
  private final LatencyScale scale;
  private final LongSupplier nanoTime;
  private final long begin;

  /** Begins now. */
  Measurement(PriorityRequest request, LatencyScale scale, LongSupplier nanoTime) {
    this.request = request;
    this.scale = scale;
    this.nanoTime = nanoTime;
    begin = nanoTime.getAsLong();
  }

  /** Makes the reads. */
  CompletionStage<Priority> run() {
    return read(begin, 0, 0.0);
  }

  private CompletionStage<Priority> read(long start, int done, double sum) {
    Duration left = request.timeout().minusNanos(start - begin);
    if (done == scale.reads() || (done > 0 && left.toMillis() < 1)) {
      return CompletableFuture.completedFuture(ranked(sum / done));
    }
    return request
        .device()
        .read(0, BLOCK, left)
        .thenCompose(outcome -> next(outcome, start, done, sum));
  }

  private CompletionStage<Priority> next(ReadOutcome outcome, long start, int done, double sum) {
    return outcome.fold(
        completed -> {
          long end = nanoTime.getAsLong();
          return read(end, done + 1, sum + scale.logarithm(end - start));
        },
        failed -> {
          boolean outOfTime = done > 0 && failed.failure() == DeviceFailure.TIMED_OUT;
          return CompletableFuture.completedFuture(
              outOfTime ? ranked(sum / done) : Priority.undefined(failed.text()));
        });
  }

  private Priority ranked(double average) {
    return Priority.of(
        scale.priority(average), "average latency: " + scale.microseconds(average) + " us");
  }
}
