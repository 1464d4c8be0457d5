package org.polypath.prioritizer.ana;

import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Component;
import org.polypath.api.PluginName;
import org.polypath.api.prioritizer.Prioritizer;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.prioritizer.PriorityRequest;

/**
 * Ranks an NVMe path by the asymmetric namespace access state of its group (NVM Express Base
 * Specification 2.0, 5.16.1.13), as the kernel last read it from the controller's log page (sysfs
 * {@code ana_state}, kernel drivers/nvme/host/multipath.c).
 */
@Component
@PluginName("ana")
public final class AnaPrioritizer implements Prioritizer {
  @Override
  public CompletionStage<Priority> prioritize(PriorityRequest request) {
    return CompletableFuture.completedFuture(
        request
            .device()
            .attribute("ana_state")
            .map(AnaPrioritizer::ranked)
            .orElseGet(
                () ->
                    Priority.undefined(
                        "no ana_state in sysfs: no NVMe namespace, or its controller has no"
                            + " asymmetric access")));
  }

  private static Priority ranked(String state) {
    OptionalInt priority =
        switch (state) {
          case "optimized" -> OptionalInt.of(50);
          case "non-optimized" -> OptionalInt.of(10);
          case "inaccessible", "change" -> OptionalInt.of(1);
          case "persistent-loss" -> OptionalInt.of(0);
          default -> OptionalInt.empty();
        };
    return new Priority(priority, "ana_state: " + state);
  }
}
