package org.polypath.vendor.hpe;

import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;
import org.polypath.scsi.Attempts;
import org.polypath.scsi.Cdb;
import org.polypath.scsi.CommandStatus;
import org.polypath.scsi.SenseKey;

/** Ranks a path by which controller it leads to: the one that serves the disk, or its stand-by. */
@Component
@PluginName("hp_sw")
public final class HpSwPrioritizer implements Prioritizer {
  private static final int SERVING = 4;
  private static final int STANDING_BY = 2;
  private static final int FAILED = 0;

  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    return Attempts.send(request.device(), Cdb.testUnitReady(), 0, request.timeout())
        .thenApply(
            reply ->
                reply.fold(
                    (status, data) -> Priority.of(value(status), "TEST UNIT READY: " + status),
                    failure -> Priority.of(FAILED, failure.text())));
  }

  private static int value(CommandStatus status) {
    if (status.isGood()) {
      return SERVING;
    }
    // "initializing command required": START UNIT would make this controller take over
    return status.hasSense(SenseKey.NOT_READY, 0x04, 0x02) ? STANDING_BY : FAILED;
  }
}
