package org.polypath.prioritizer.constant;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginAlias;
import org.polypath.api.PluginName;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;

/** Ranks every path the same. */
@Component
@PluginName("const")
@PluginAlias("balance_units")
public final class ConstPrioritizer implements Prioritizer {
  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    return CompletableFuture.completedFuture(Priority.of(1, "constant"));
  }
}
