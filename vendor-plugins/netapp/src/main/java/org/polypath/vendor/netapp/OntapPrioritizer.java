package org.polypath.vendor.netapp;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginAlias;
import org.polypath.api.PluginName;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;
import org.polypath.scsi.Attempts;
import org.polypath.scsi.Cdb;

/** Ranks a path to an ONTAP array by the kind of its port, and by whether it is a detour. */
@Component
@PluginName("ontap")
@PluginAlias("netapp")
public final class OntapPrioritizer implements Prioritizer {
  private static final int DIRECT = 4;
  private static final int HARDWARE_ISCSI = 3;
  private static final int SOFTWARE_ISCSI = 2;
  private static final int PROXY = 1;
  private static final int FAILED = 0;

  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    return Attempts.send(
            request.device(),
            ControllerAttribute.command(),
            ControllerAttribute.LENGTH,
            request.timeout())
        .thenApply(reply -> reply.decode(ControllerAttribute::decode))
        .thenCompose(
            attribute ->
                attribute.<CompletionStage<Priority>>fold(
                    known -> ranked(request, known),
                    error -> priority(FAILED, "port kind: " + error.text())));
  }

  private static CompletionStage<Priority> ranked(
      PriorityRequest request, ControllerAttribute attribute) {
    if (attribute.isSoftwareIscsi()) {
      return priority(SOFTWARE_ISCSI, "iSCSI by software");
    }
    if (attribute.isHardwareIscsi()) {
      return priority(HARDWARE_ISCSI, "iSCSI by an adapter");
    }
    return Attempts.send(
            request.device(),
            Cdb.vitalProductData(ProxyPage.PAGE, ProxyPage.LENGTH),
            ProxyPage.LENGTH,
            request.timeout())
        .thenApply(reply -> reply.decode(ProxyPage::decode))
        .thenApply(
            page ->
                page.fold(
                    known ->
                        known.proxy()
                            ? Priority.of(PROXY, "by way of the partner")
                            : Priority.of(DIRECT, "direct"),
                    // not every release has the page: only who says so is a detour
                    error -> Priority.of(DIRECT, "direct, as far as known: " + error.text())));
  }

  private static CompletionStage<Priority> priority(int value, String message) {
    return CompletableFuture.completedFuture(Priority.of(value, message));
  }
}
