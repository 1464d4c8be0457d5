package org.polypath.prioritizer.pathlatency;

import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;

/** Ranks a path by how long direct reads take on it: the faster, the higher. */
@Component
@PluginName("path_latency")
public final class PathLatencyPrioritizer implements Prioritizer {
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
        .map(scale -> new Measurement(request, scale, nanoTime).run())
        .orElseGet(
            () ->
                new Measurement(request, LatencyScale.USUAL, nanoTime)
                    .run()
                    .thenApply(priority -> explained(priority, request.arguments())));
  }

  private static Priority explained(Priority priority, String arguments) {
    return new Priority(
        priority.value(),
        priority.message()
            + "; prio_args: \""
            + arguments
            + "\" is not used, wanted: io_num=20..200 base_num=1.1..10");
  }
}
