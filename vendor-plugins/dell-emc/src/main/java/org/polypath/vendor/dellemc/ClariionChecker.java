package org.polypath.vendor.dellemc;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.checker.CheckRequest;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.checker.PathChecker;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.PathState;
import org.polypath.scsi.Attempts;
import org.polypath.scsi.Cdb;
import org.polypath.scsi.CommandStatus;
import org.polypath.scsi.SenseKey;

/**
 * Checks a path to a CLARiiON, VNX, or Unity: the page 0xC0 tells whether the path is fit for I/O,
 * and a read whether the disk behind an active path is.
 *
 * <p>Two things are remembered. For the path: its unit's name at the first check, for a path that
 * leads to another unit now must not be used. For the map: that an active path met an inactive
 * snapshot, whose passive paths say nothing of it.
 */
@Component
@PluginName("emc_clariion")
public final class ClariionChecker implements PathChecker {
  /** What the map's paths are told of an inactive snapshot. */
  static final String INACTIVE_SNAPSHOT = "inactive snapshot";

  private static final String PAGE = "VPD page 0xc0: ";

  /** The largest logical block there is. */
  private static final int LONGEST_BLOCK = 4096;

  private static final int READ_ATTEMPTS = 3;

  @Override
  public CompletionStage<CheckResult> check(CheckRequest request) {
    return Attempts.send(
            request.device(),
            Cdb.vitalProductData(UnitPathReport.PAGE, UnitPathReport.LENGTH),
            UnitPathReport.LENGTH,
            request.timeout())
        .thenCompose(
            reply ->
                reply.<CompletionStage<CheckResult>>fold(
                    (status, data) ->
                        status.isGood() ? reported(request, data) : completed(refused(status)),
                    failure -> completed(notAsked(failure))));
  }

  private static CompletionStage<CheckResult> reported(CheckRequest request, Bytes data) {
    return UnitPathReport.decode(data)
        .fold(
            report -> judged(request, report),
            error -> completed(CheckResult.down(PAGE + error.text())));
  }

  private static CompletionStage<CheckResult> judged(CheckRequest request, UnitPathReport report) {
    if (!report.configured()) {
      return completed(CheckResult.down(PAGE + "path not correctly configured for failover"));
    }
    if (!report.normal()) {
      return completed(
          new CheckResult(PathState.SHAKY, PAGE + "path not available for normal operations"));
    }
    if (report.isUnbound()) {
      return completed(CheckResult.down(PAGE + "logical unit is unbound or LUNZ"));
    }
    String name = report.worldWideName().hex();
    if (!request.pathMemory().isEmpty() && !request.pathMemory().equals(name)) {
      return completed(
          CheckResult.down(PAGE + "WWN has changed from " + request.pathMemory() + " to " + name));
    }
    return (report.isActive() ? read(request) : completed(passive(request)))
        .thenApply(result -> result.rememberForPath(name));
  }

  private static CheckResult passive(CheckRequest request) {
    return request.mapMemory().equals(INACTIVE_SNAPSHOT)
        ? CheckResult.down("passive path to an inactive snapshot")
        : CheckResult.up();
  }

  private static CompletionStage<CheckResult> read(CheckRequest request) {
    ScsiCommand command = new ScsiCommand(Cdb.read10(0, 1), LONGEST_BLOCK, request.timeout());
    return Attempts.send(
            request.device(),
            command,
            READ_ATTEMPTS,
            status -> status.hasSense(SenseKey.UNIT_ATTENTION))
        .thenApply(
            reply -> reply.fold((status, data) -> readEnded(status), ClariionChecker::notRead));
  }

  private static CheckResult readEnded(CommandStatus status) {
    if (status.isGood()) {
      return CheckResult.up().rememberForMap("");
    }
    CheckResult down = CheckResult.down("READ(10): " + status);
    return status.hasSense(SenseKey.ILLEGAL_REQUEST, 0x25, 0x01)
        ? down.withMessage(down.message() + ": inactive snapshot").rememberForMap(INACTIVE_SNAPSHOT)
        : down;
  }

  private static CheckResult notRead(ScsiOutcome.NotSent failure) {
    boolean up = failure.failure() == DeviceFailure.NO_MEMORY; // the host's trouble, not the path's
    return new CheckResult(up ? PathState.UP : PathState.DOWN, failure.text());
  }

  private static CheckResult refused(CommandStatus status) {
    boolean unsuitable = status.hasSense(SenseKey.ILLEGAL_REQUEST);
    return new CheckResult(unsuitable ? PathState.WILD : PathState.DOWN, PAGE + status);
  }

  private static CheckResult notAsked(ScsiOutcome.NotSent failure) {
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
