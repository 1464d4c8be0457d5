package org.polypath.control.multipath;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.Topology;

/** Waits until a platform has done all it was told and found. */
final class Rest {
  private Rest() {}

  /** Completes with the first topology that is not busy. */
  static CompletionStage<Topology> of(Platform platform) {
    CompletableFuture<Topology> rest = new CompletableFuture<>();
    Consumer<Topology> listener =
        topology -> {
          if (!topology.busy()) {
            rest.complete(topology);
          }
        };
    Platform.Subscription subscription = platform.subscribe(listener);
    listener.accept(platform.topology());
    return rest.whenComplete((topology, failure) -> subscription.close());
  }
}
