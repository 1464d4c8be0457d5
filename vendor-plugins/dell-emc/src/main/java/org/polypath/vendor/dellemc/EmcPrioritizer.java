package org.polypath.vendor.dellemc;

import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;
import org.polypath.scsi.Attempts;
import org.polypath.scsi.Cdb;

/** Ranks a path to a CLARiiON, VNX, or Unity by its storage processor's part in the unit. */
@Component
@PluginName("emc")
public final class EmcPrioritizer implements Prioritizer {
  private static final String PAGE = "VPD page 0xc0: ";
  private static final int PREFERRED = 2;

  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    return Attempts.send(
            request.device(),
            Cdb.vitalProductData(UnitPathReport.PAGE, UnitPathReport.LENGTH),
            UnitPathReport.LENGTH,
            request.timeout())
        .thenApply(reply -> reply.decode(UnitPathReport::decode))
        .thenApply(
            report ->
                report.fold(
                    EmcPrioritizer::priority, error -> Priority.undefined(PAGE + error.text())));
  }

  private static Priority priority(UnitPathReport report) {
    if (!report.configured()) {
      return Priority.undefined(PAGE + "path not correctly configured for failover");
    }
    if (!report.normal()) {
      return Priority.undefined(PAGE + "path not available for normal operations");
    }
    return Priority.of(
        report.unitState() + (report.preferred() ? PREFERRED : 0),
        "unit state "
            + report.unitState()
            + (report.preferred() ? ", at its default owner" : ", not at its default owner"));
  }
}
