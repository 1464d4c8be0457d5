package com.acme.golden;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;

/** A prioritizer as a vendor wrote it for the first release. */
public final class GoldenPrioritizer implements Prioritizer {
  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    String state = request.device().attribute("access_state").orElse("none");
    int value = state.equals("active/optimized") ? 50 : 10;
    return CompletableFuture.completedStage(
        Priority.of(value, request.device().facts().name() + " " + state + request.arguments()));
  }
}
