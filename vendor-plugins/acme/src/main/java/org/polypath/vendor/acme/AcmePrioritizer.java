package org.polypath.vendor.acme;

import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;
import org.polypath.scsi.Attempts;
import org.polypath.scsi.Cdb;
import org.polypath.scsi.DeviceIdentification;

/** Ranks a path to a Vault by its port: 1 and 2 are on the controller with the larger cache. */
@Component
@PluginName("acme")
public final class AcmePrioritizer implements Prioritizer {
  private static final int PAGE_LENGTH = 255;

  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    return Attempts.send(
            request.device(),
            Cdb.vitalProductData(DeviceIdentification.PAGE, PAGE_LENGTH),
            PAGE_LENGTH,
            request.timeout())
        .thenApply(reply -> reply.decode(DeviceIdentification::decode))
        .thenApply(
            page -> page.fold(AcmePrioritizer::ranked, error -> Priority.undefined(error.text())));
  }

  private static Priority ranked(DeviceIdentification page) {
    int port = page.relativeTargetPort().orElse(0);
    return Priority.of(port == 1 || port == 2 ? 50 : 10, "port " + port);
  }
}
