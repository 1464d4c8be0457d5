package org.polypath.checker.tur;

import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.checker.CheckRequest;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.PathState;
import org.polypath.scsi.Attempts;
import org.polypath.scsi.Cdb;
import org.polypath.scsi.CommandStatus;
import org.polypath.scsi.ScsiStatus;
import org.polypath.scsi.SenseKey;

/** Checks a path by TEST UNIT READY. */
@Component
@PluginName("tur")
public final class TurChecker implements PathChecker {
  @Override
  public CompletionStage<CheckResult> check(CheckRequest request) {
    return Attempts.send(request.device(), Cdb.testUnitReady(), 0, request.timeout())
        .thenApply(reply -> reply.fold((status, data) -> answered(status), TurChecker::notSent));
  }

  private static CheckResult answered(CommandStatus status) {
    if (status.isGood()) {
      return CheckResult.up();
    }
    return new CheckResult(state(status), "TEST UNIT READY: " + status);
  }

  private static PathState state(CommandStatus status) {
    if (status.status() == ScsiStatus.RESERVATION_CONFLICT) {
      return PathState.UP; // another host's reservation does not make the path worse
    }
    if (status.hasSense(SenseKey.NOT_READY, 0x04, 0x0b)) {
      return PathState.GHOST; // target port in standby state
    }
    if (status.hasSense(SenseKey.NOT_READY, 0x04, 0x0a)) {
      return PathState.PENDING; // asymmetric access state transition
    }
    if (status.hasSense(SenseKey.ILLEGAL_REQUEST, 0x25, 0x00)) {
      return PathState.DISCONNECTED; // logical unit not supported
    }
    return PathState.DOWN;
  }

  private static CheckResult notSent(ScsiOutcome.NotSent failure) {
    PathState state =
        switch (failure.failure()) {
          case UNSUPPORTED, NO_PERMISSION -> PathState.WILD;
          case TIMED_OUT -> PathState.TIMEOUT;
          // something else is asking the path just now: that says nothing about it
          case BUSY -> PathState.PENDING;
          case NO_MEMORY -> PathState.UNCHECKED;
          case NO_DEVICE, INPUT_OUTPUT, OTHER -> PathState.DOWN;
        };
    return new CheckResult(state, failure.text());
  }
}
