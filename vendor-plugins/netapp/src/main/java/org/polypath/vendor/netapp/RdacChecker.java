package org.polypath.vendor.netapp;

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
 * <p>Unlike the checker of multipath-tools it does not set the TAS bit of the control mode page,
 * which lets a controller say that it aborted a command for another host: a plug-in sends commands
 * that read, not MODE SELECT. The states found do not depend on it.
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
        .thenApply(reply -> reply.fold(RdacChecker::answered, RdacChecker::notSent));
  }

  private static CheckResult answered(CommandStatus status, Bytes data) {
    if (status.isGood() || status.hasSense(SenseKey.RECOVERED_ERROR)) {
      return VolumeAccessControl.decode(data)
          .fold(RdacChecker::result, error -> inquiryFailed(PathState.DOWN, error.text()));
    }
    boolean unsuitable = status.hasSense(SenseKey.ILLEGAL_REQUEST);
    return inquiryFailed(unsuitable ? PathState.WILD : PathState.DOWN, status.toString());
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
}
