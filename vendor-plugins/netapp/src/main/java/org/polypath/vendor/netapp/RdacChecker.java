package org.polypath.vendor.netapp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.checker.CheckRequest;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.PathState;
import org.polypath.scsi.Attempts;
import org.polypath.scsi.Cdb;
import org.polypath.scsi.CommandStatus;
import org.polypath.scsi.SenseKey;

/**
 * Checks a path to an RDAC array (E-Series, and the same arrays under many other names): the page
 * 0xC9 tells whether the controller behind the path serves the volume.
 *
 * <p>The first check of a path that finds a volume also has the controller report commands that it
 * aborts for another host ({@link TaskAbortedStatus}); what came of that is remembered, so that it
 * is tried once. The states found do not depend on it.
 */
@Component
@PluginName("rdac")
public final class RdacChecker implements PathChecker {
  private static final String PAGE = "VPD page 0xc9: ";

  @Override
  public CompletionStage<CheckResult> check(CheckRequest request) {
    return Attempts.send(
            request.device(),
            Cdb.vitalProductData(VolumeAccessControl.PAGE, VolumeAccessControl.LENGTH),
            VolumeAccessControl.LENGTH,
            request.timeout())
        .thenCompose(
            reply ->
                reply.<CompletionStage<CheckResult>>fold(
                    (status, data) -> answered(request, status, data),
                    failure -> completed(notSent(failure))));
  }

  private static CompletionStage<CheckResult> answered(
      CheckRequest request, CommandStatus status, Bytes data) {
    if (status.isGood() || status.hasSense(SenseKey.RECOVERED_ERROR)) {
      return VolumeAccessControl.decode(data)
          .fold(
              access -> prepared(request, access),
              error -> completed(inquiryFailed(PathState.DOWN, error.text())));
    }
    boolean unsuitable = status.hasSense(SenseKey.ILLEGAL_REQUEST);
    return completed(
        inquiryFailed(unsuitable ? PathState.WILD : PathState.DOWN, status.toString()));
  }

  private static CompletionStage<CheckResult> prepared(
      CheckRequest request, VolumeAccessControl access) {
    CheckResult result = result(access);
    boolean first = request.pathMemory().isEmpty() && access.connected() && access.identified();
    return first
        ? TaskAbortedStatus.enable(request.device(), request.timeout())
            .thenApply(result::rememberForPath)
        : completed(result);
  }

  private static CheckResult result(VolumeAccessControl access) {
    if (!access.connected()) {
      return CheckResult.down(PAGE + "lun not connected");
    }
    if (access.obstacle().isPresent()) {
      return CheckResult.down(PAGE + access.obstacle().get());
    }
    return access.owner() || access.sharing()
        ? CheckResult.up()
        : new CheckResult(PathState.GHOST, PAGE + "the other controller owns the volume");
  }

  private static CheckResult inquiryFailed(PathState state, String reason) {
    return new CheckResult(state, PAGE + "inquiry failed: " + reason);
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
