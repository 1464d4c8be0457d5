package org.polypath.checker.ccisstur;

import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.checker.CheckRequest;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.PathState;
import org.polypath.scsi.Cdb;
import org.polypath.scsi.CommandStatus;
import org.polypath.scsi.Reply;

/**
 * Checks a path to a logical volume of an HP Smart Array by one TEST UNIT READY: the volume is
 * ready, or the path is down.
 */
@Component
@PluginName("cciss_tur")
public final class CcissTurChecker implements PathChecker {
  @Override
  public CompletionStage<CheckResult> check(CheckRequest request) {
    return request
        .device()
        .send(new ScsiCommand(Cdb.testUnitReady(), 0, request.timeout()))
        .thenApply(Reply::new)
        .thenApply(
            reply -> reply.fold((status, data) -> answered(status), CcissTurChecker::notSent));
  }

  private static CheckResult answered(CommandStatus status) {
    return status.isGood() ? CheckResult.up() : CheckResult.down("TEST UNIT READY: " + status);
  }

  private static CheckResult notSent(ScsiOutcome.NotSent failure) {
    PathState state =
        switch (failure.failure()) {
          case UNSUPPORTED, NO_PERMISSION -> PathState.WILD;
          case TIMED_OUT, BUSY, NO_DEVICE, NO_MEMORY, INPUT_OUTPUT, OTHER -> PathState.DOWN;
        };
    return new CheckResult(state, failure.text());
  }
}
