package org.polypath.lab.plugin;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.polypath.api.checker.CheckRequest;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.PathState;

/** Sends TEST UNIT READY; its message is the path's {@link CheckTimes}, across all versions. */
public final class TimedChecker implements PathChecker {
  /** The entry of the bundle that holds the phase. */
  static final String ENTRY = "phase";

  private static final Bytes TEST_UNIT_READY = Bytes.of(0, 0, 0, 0, 0, 0);

  private final String phase = BundleText.read(TimedChecker.class, ENTRY);

  @Override
  public CompletionStage<CheckResult> check(CheckRequest request) {
    long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
    String times = CheckTimes.parse(request.pathMemory(), phase).and(now).text();
    return request
        .device()
        .send(new ScsiCommand(TEST_UNIT_READY, 0, request.timeout()))
        .thenApply(
            outcome ->
                new CheckResult(
                        outcome.fold(ScsiOutcome.Answered::isGood, notSent -> false)
                            ? PathState.UP
                            : PathState.DOWN,
                        times)
                    .rememberForPath(times));
  }
}
