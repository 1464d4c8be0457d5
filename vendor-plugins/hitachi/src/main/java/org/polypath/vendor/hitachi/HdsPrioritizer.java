package org.polypath.vendor.hitachi;

import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginAlias;
import org.polypath.api.PluginName;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;
import org.polypath.scsi.Attempts;
import org.polypath.scsi.Cdb;

/** Ranks a path to a modular array by whether its controller owns the disk. */
@Component
@PluginName("hds")
@PluginAlias("hds_modular")
public final class HdsPrioritizer implements Prioritizer {
  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    return Attempts.send(
            request.device(), Cdb.inquiry(HdsInquiry.LENGTH), HdsInquiry.LENGTH, request.timeout())
        .thenApply(reply -> reply.decode(HdsInquiry::decode))
        .thenApply(
            inquiry ->
                inquiry.fold(
                    HdsPrioritizer::priority,
                    error -> Priority.undefined("INQUIRY: " + error.text())));
  }

  private static Priority priority(HdsInquiry inquiry) {
    return Priority.of(
        inquiry.isOwner() ? 1 : 0,
        String.format("LDEV ends in %X, controller %d", inquiry.device(), inquiry.controller()));
  }
}
