package org.polypath.control.multipath;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.Topology;

/** Removes maps that nobody uses. */
final class Flush {
  /** What the platform says of a map that something has open. */
  private static final String BUSY = "map or partition in use";

  private final Platform platform;
  private final MultipathArguments arguments;

  Flush(Platform platform, MultipathArguments arguments) {
    this.platform = platform;
    this.arguments = arguments;
  }

  /** Removes the map that the arguments name. */
  CompletionStage<Outcome> one() {
    String device = arguments.device().orElseThrow();
    Topology topology = platform.topology();
    Optional<MapSnapshot> map = topology.map(device).filter(it -> it.number().isPresent());
    if (map.isPresent()) {
      return remove(List.of(map.get()));
    }
    Outcome refusal =
        device.startsWith("/") && topology.path(device).isPresent()
            ? Outcome.failed("the -f option requires a map name to remove")
            : Devices.missing(arguments)
                .orElse(Outcome.failed(device + " is not a multipath device"));
    return CompletableFuture.completedStage(refusal);
  }

  /** Removes every map. */
  CompletionStage<Outcome> all() {
    return remove(
        platform.topology().maps().stream().filter(map -> map.number().isPresent()).toList());
  }

  private CompletionStage<Outcome> remove(List<MapSnapshot> maps) {
    CompletionStage<Outcome> all = CompletableFuture.completedStage(Outcome.done(""));
    for (MapSnapshot map : maps) {
      all =
          all.thenCombine(
              platform.submit(new Command.RemoveMap(map.wwid().text(), arguments.retries())),
              (before, result) ->
                  result.succeeded()
                      ? before
                      : Outcome.failed(before.text() + refusal(map, result.text())));
    }
    return all;
  }

  private static String refusal(MapSnapshot map, String reason) {
    return map.name() + ": " + (reason.equals(BUSY) ? "map in use" : reason);
  }
}
