package org.polypath.api.prioritizer;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers how good a path is: paths of higher priority are used first. Written by vendors; found by
 * its {@link org.polypath.api.PluginName}, the word after {@code prio} in {@code multipath.conf}.
 *
 * <p>The rules of {@link org.polypath.api.checker.PathChecker} hold: no blocking, no state, called
 * from many threads. If it fails, the priority before stands, and the reason says so.
 *
 * <pre>{@code
 * @Component
 * @PluginName("acme")
 * public final class AcmePrioritizer implements Prioritizer {
 *   @Override
 *   public CompletionStage<Priority> prioritize(PriorityRequest request) {
 *     String state = request.device().attribute("access_state").orElse("none");
 *     int value = state.equals("active/optimized") ? 50 : 10;
 *     return CompletableFuture.completedStage(Priority.of(value, "access_state " + state));
 *   }
 * }
 * }</pre>
 */
@ConsumerType
public interface Prioritizer {
  /**
   * Ranks one path.
   *
   * @param request the path, and the arguments from the configuration
   * @return the priority
   */
  CompletionStage<Priority> prioritize(PriorityRequest request);
}
