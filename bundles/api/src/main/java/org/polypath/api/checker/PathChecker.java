package org.polypath.api.checker;

import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Answers whether a path is usable. Written by vendors; found by its {@link
 * org.polypath.api.PluginName}, the word after {@code path_checker} in {@code multipath.conf}.
 *
 * <p>One instance serves all paths and is called from many threads. It must not block: it sends
 * commands through the device it is given and continues when they complete. It keeps no state
 * between calls but the text it asks the platform to remember ({@link CheckResult#pathMemory}).
 *
 * <p>If it throws, completes exceptionally, or does not complete in time, the path keeps the state
 * it had, and the reason says so.
 *
 * <pre>{@code
 * @Component
 * @PluginName("acme")
 * public final class AcmeChecker implements PathChecker {
 *   private static final Bytes TEST_UNIT_READY = Bytes.of(0, 0, 0, 0, 0, 0);
 *
 *   @Override
 *   public CompletionStage<CheckResult> check(CheckRequest request) {
 *     return request
 *         .device()
 *         .send(new ScsiCommand(TEST_UNIT_READY, 0, request.timeout()))
 *         .thenApply(
 *             outcome ->
 *                 outcome.fold(
 *                     answered -> answered.isGood() ? CheckResult.up() : CheckResult.down("not ready"),
 *                     notSent -> CheckResult.down(notSent.text())));
 *   }
 * }
 * }</pre>
 */
@ConsumerType
public interface PathChecker {
  /**
   * Looks at one path.
   *
   * @param request the path and what to observe
   * @return the state found; the platform has already seen that the device's kernel state is {@code
   *     running}
   */
  CompletionStage<CheckResult> check(CheckRequest request);
}
