package org.polypath.container;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;

/** A vendor's prioritizer: one priority for all paths. */
public final class SwappedPrioritizer implements Prioritizer {
  private final Behaviour behaviour = Behaviour.ofBundle(SwappedPrioritizer.class);

  /** For the service component runtime. */
  public SwappedPrioritizer() {}

  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    int priority = behaviour == Behaviour.RANKS_OTHERWISE ? 3 : 10;
    return CompletableFuture.completedFuture(Priority.of(priority, "fixed"));
  }
}
