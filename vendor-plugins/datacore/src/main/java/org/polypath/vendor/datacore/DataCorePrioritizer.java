package org.polypath.vendor.datacore;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;
import org.polypath.scsi.Attempts;
import org.polypath.scsi.Cdb;

/** Ranks a path by whether it leads to the storage domain server that the arguments name. */
@Component
@PluginName("datacore")
public final class DataCorePrioritizer implements Prioritizer {
  private static final int PREFERRED = 1;
  private static final int OTHER = 0;

  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    return PreferredServer.parse(request.arguments())
        .map(preferred -> ranked(request, preferred))
        .orElseGet(() -> CompletableFuture.completedFuture(wrong(request.arguments())));
  }

  private static CompletionStage<Priority> ranked(
      PriorityRequest request, PreferredServer preferred) {
    return Attempts.send(
            request.device(),
            Cdb.inquiry(ServerName.LENGTH),
            ServerName.LENGTH,
            preferred.timeout().orElse(request.timeout()))
        .thenApply(reply -> reply.decode(ServerName::decode))
        .thenApply(
            server ->
                server.fold(
                    known ->
                        Priority.of(
                            known.contains(preferred.name()) ? PREFERRED : OTHER,
                            "storage domain server " + known),
                    error -> Priority.undefined("INQUIRY: " + error.text())));
  }

  private static Priority wrong(String arguments) {
    return Priority.of(
        OTHER,
        "prio_args: \""
            + arguments
            + "\"; wanted: [timeout=MILLISECONDS] preferredsds=NAME, 2 characters or more");
  }
}
