package org.polypath.checker.readsector0;

import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.checker.CheckRequest;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.PathState;
import org.polypath.scsi.Attempts;
import org.polypath.scsi.Cdb;
import org.polypath.scsi.CommandStatus;
import org.polypath.scsi.SenseKey;

/** Checks a path by a SCSI READ(10) of the first logical block. */
@Component
@PluginName("readsector0")
public final class ReadSector0Checker implements PathChecker {
  /** The largest logical block there is. */
  private static final int LONGEST_BLOCK = 4096;

  private static final int ATTEMPTS = 3;

  @Override
  public CompletionStage<CheckResult> check(CheckRequest request) {
    ScsiCommand command = new ScsiCommand(Cdb.read10(0, 1), LONGEST_BLOCK, request.timeout());
    return Attempts.send(
            request.device(), command, ATTEMPTS, status -> status.hasSense(SenseKey.UNIT_ATTENTION))
        .thenApply(
            reply -> reply.fold((status, data) -> answered(status), ReadSector0Checker::notSent));
  }

  private static CheckResult answered(CommandStatus status) {
    return status.isGood() ? CheckResult.up() : CheckResult.down("READ(10): " + status);
  }

  private static CheckResult notSent(ScsiOutcome.NotSent failure) {
    boolean up = failure.failure() == DeviceFailure.NO_MEMORY; // the host's trouble, not the path's
    return new CheckResult(up ? PathState.UP : PathState.DOWN, failure.text());
  }
}
