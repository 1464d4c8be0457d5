package org.polypath.prioritizer.random;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;

/** Ranks every path by chance, anew each time. */
@Component
@PluginName("random")
public final class RandomPrioritizer implements Prioritizer {
  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    int value = ThreadLocalRandom.current().nextInt(1, 11);
    return CompletableFuture.completedFuture(Priority.of(value, "by chance"));
  }
}
