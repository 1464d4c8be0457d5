package org.polypath.vendor.hpe;

import java.util.concurrent.CompletableFuture;
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
import org.polypath.scsi.SenseKey;
import org.polypath.scsi.UnitSerialNumber;

/**
 * Checks a path to an array of which one controller serves a disk and the other stands by: any
 * controller tells the disk's serial number, only the serving one says that the disk is ready.
 */
@Component
@PluginName("hp_sw")
public final class HpSwChecker implements PathChecker {
  private static final int PAGE_LENGTH = 255;

  @Override
  public CompletionStage<CheckResult> check(CheckRequest request) {
    return Attempts.send(
            request.device(),
            Cdb.vitalProductData(UnitSerialNumber.PAGE, PAGE_LENGTH),
            PAGE_LENGTH,
            request.timeout())
        .thenCompose(
            reply ->
                reply.<CompletionStage<CheckResult>>fold(
                    (status, data) ->
                        status.isGood() ? ready(request) : completed(inquiryFailed(status)),
                    failure -> completed(notSent(failure))));
  }

  private static CompletionStage<CheckResult> ready(CheckRequest request) {
    return Attempts.send(request.device(), Cdb.testUnitReady(), 0, request.timeout())
        .thenApply(
            reply ->
                reply.fold(
                    (status, data) ->
                        status.isGood()
                            ? CheckResult.up()
                            : new CheckResult(PathState.GHOST, "TEST UNIT READY: " + status),
                    HpSwChecker::notSent));
  }

  private static CheckResult inquiryFailed(CommandStatus status) {
    // who has no serial number is no such array
    boolean unsuitable = status.hasSense(SenseKey.ILLEGAL_REQUEST);
    return new CheckResult(
        unsuitable ? PathState.WILD : PathState.DOWN, "VPD page 0x80: " + status);
  }

  private static CheckResult notSent(ScsiOutcome.NotSent failure) {
    PathState state =
        switch (failure.failure()) {
          case UNSUPPORTED, NO_PERMISSION -> PathState.WILD;
          case TIMED_OUT, BUSY -> PathState.TIMEOUT;
          case NO_DEVICE, NO_MEMORY, INPUT_OUTPUT, OTHER -> PathState.DOWN;
        };
    return new CheckResult(state, failure.text());
  }

  private static CompletionStage<CheckResult> completed(CheckResult result) {
    return CompletableFuture.completedFuture(result);
  }
}
