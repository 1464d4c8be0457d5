package org.polypath.lab.plugin;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;

/** Ranks every path alike, with the number that its bundle holds. */
public final class FixedPriority implements Prioritizer {
  /** The entry of the bundle that holds the number. */
  static final String ENTRY = "priority";

  private final int priority = Integer.parseInt(BundleText.read(FixedPriority.class, ENTRY));

  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    return CompletableFuture.completedFuture(Priority.of(priority, "the bundle says so"));
  }
}
