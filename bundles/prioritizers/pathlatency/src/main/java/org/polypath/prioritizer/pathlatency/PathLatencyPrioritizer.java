package org.polypath.prioritizer.pathlatency;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;

/** Ranks a path by how long direct reads take on it: the faster, the higher. */
@Component
@PluginName("path_latency")
public final class PathLatencyPrioritizer implements Prioritizer {
  private static final int BLOCK = 4096;

  private final LongSupplier nanoTime;

  /** By the clock that never goes back. */
  @Activate
  public PathLatencyPrioritizer() {
    this(System::nanoTime);
  }

  /** By any clock that counts nanoseconds. */
  PathLatencyPrioritizer(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    return LatencyScale.parse(request.arguments())
        .map(scale -> read(request, scale, 0, 0.0))
        .orElseGet(
            () ->
                CompletableFuture.completedFuture(
                    Priority.undefined(
                        "prio_args: \""
                            + request.arguments()
                            + "\"; wanted: io_num=20..200 base_num=1.1..10")));
  }

  /** Times one read after the other, so that they do not wait for each other. */
  private CompletionStage<Priority> read(
      PriorityRequest request, LatencyScale scale, int done, double sum) {
    if (done == scale.reads()) {
      double average = sum / done;
      return CompletableFuture.completedFuture(
          Priority.of(
              scale.priority(average), "average latency: " + scale.microseconds(average) + " us"));
    }
    long start = nanoTime.getAsLong();
    return request
        .device()
        .read(0, BLOCK, request.timeout())
        .thenCompose(
            outcome ->
                outcome instanceof ReadOutcome.Failed failed
                    ? CompletableFuture.completedFuture(Priority.undefined(failed.text()))
                    : read(
                        request,
                        scale,
                        done + 1,
                        sum + scale.logarithm(nanoTime.getAsLong() - start)));
  }
}
