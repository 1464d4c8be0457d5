package org.polypath.checker.directio;

import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.checker.CheckRequest;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.path.PathState;

/** Checks a path by reading its first block past the page cache. */
@Component
@PluginName("directio")
public final class DirectioChecker implements PathChecker {
  private static final int BLOCK = 4096;

  @Override
  public CompletionStage<CheckResult> check(CheckRequest request) {
    return request.device().read(0, BLOCK, request.timeout()).thenApply(DirectioChecker::result);
  }

  private static CheckResult result(ReadOutcome outcome) {
    return outcome.fold(completed -> read(completed.data().length()), DirectioChecker::failed);
  }

  private static CheckResult read(int length) {
    return length == BLOCK
        ? CheckResult.up()
        : CheckResult.down("read " + length + " of " + BLOCK + " bytes");
  }

  private static CheckResult failed(ReadOutcome.Failed failed) {
    PathState state =
        switch (failed.failure()) {
          // the read was not begun: that says nothing about the path
          case UNSUPPORTED, NO_PERMISSION, NO_MEMORY -> PathState.UNCHECKED;
          case NO_DEVICE, INPUT_OUTPUT, TIMED_OUT, BUSY, OTHER -> PathState.DOWN;
        };
    return new CheckResult(state, failed.text());
  }
}
