package org.polypath.control.multipath;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.Topology;
import org.polypath.control.text.LocalConfiguration;
import org.polypath.control.text.TopologyView;

/** Does what {@code multipath} was asked for, with a platform that is at rest or will be. */
public final class MultipathWork {
  /** What the platform says of a map that something has open. */
  private static final String BUSY = "map or partition in use";

  private final Platform platform;
  private final MultipathArguments arguments;
  private final Report report;

  /** Does what the arguments ask for, on this platform. */
  public MultipathWork(Platform platform, MultipathArguments arguments) {
    this.platform = platform;
    this.arguments = arguments;
    this.report = new Report(arguments);
  }

  /** By a platform that works anyway: a change is asked for. The stage never fails. */
  public CompletionStage<Outcome> withRunningPlatform() {
    return switch (arguments.task()) {
      case LIST, LIST_CHECKED -> CompletableFuture.completedStage(listed(platform.topology()));
      case CONFIGURATION, LOCAL_CONFIGURATION ->
          CompletableFuture.completedStage(configuration(platform.topology()));
      case FLUSH -> flush();
      case FLUSH_ALL -> flushAll();
      case DRY_RUN -> CompletableFuture.completedStage(Outcome.done(""));
      case BUILD -> reconfigured(false);
      case RELOAD -> reconfigured(true);
    };
  }

  /**
   * By a platform that was started for this: it is waited for until it has done what it found to
   * do. The stage never fails.
   */
  public CompletionStage<Outcome> withOwnPlatform() {
    Changes changes = new Changes();
    Platform.Subscription subscription = platform.subscribe(changes);
    return Rest.of(platform)
        .thenCompose(
            topology ->
                switch (arguments.task()) {
                  case LIST, LIST_CHECKED -> CompletableFuture.completedStage(listed(topology));
                  case CONFIGURATION, LOCAL_CONFIGURATION ->
                      CompletableFuture.completedStage(configuration(topology));
                  case FLUSH -> flush();
                  case FLUSH_ALL -> flushAll();
                  case RELOAD -> reconfigured(true);
                  case BUILD, DRY_RUN ->
                      CompletableFuture.completedStage(changed(topology, changes));
                })
        .whenComplete((outcome, failure) -> subscription.close());
  }

  private Outcome listed(Topology topology) {
    boolean checked = arguments.task() == MultipathArguments.Task.LIST_CHECKED;
    return wrongDevice()
        .orElseGet(
            () ->
                Outcome.done(
                    report.list(checked ? topology : TopologyView.withoutChecks(topology))));
  }

  private Outcome configuration(Topology topology) {
    boolean local = arguments.task() == MultipathArguments.Task.LOCAL_CONFIGURATION;
    return topology
        .configuration()
        .map(
            configuration ->
                Outcome.done(
                    local
                        ? LocalConfiguration.print(configuration, topology)
                        : configuration.print()))
        .orElseGet(() -> Outcome.failed("the daemon is starting"));
  }

  private Outcome changed(Topology topology, Changes changes) {
    changes.accept(topology);
    return wrongDevice().orElseGet(() -> Outcome.done(report.changes(topology, changes.soFar())));
  }

  private CompletionStage<Outcome> reconfigured(boolean reloadAll) {
    Changes changes = new Changes(platform.topology());
    Platform.Subscription subscription = platform.subscribe(changes);
    return platform
        .submit(new Command.Reconfigure(reloadAll))
        .thenApply(
            result ->
                result.succeeded()
                    ? changed(platform.topology(), changes)
                    : Outcome.failed(result.text()))
        .whenComplete((outcome, failure) -> subscription.close());
  }

  private CompletionStage<Outcome> flush() {
    String device = arguments.device().orElseThrow();
    Topology topology = platform.topology();
    Optional<MapSnapshot> map = topology.map(device).filter(it -> it.number().isPresent());
    if (map.isPresent()) {
      return flush(List.of(map.get()));
    }
    Outcome refusal =
        device.startsWith("/") && topology.path(device).isPresent()
            ? Outcome.failed("the -f option requires a map name to remove")
            : wrongDevice().orElse(Outcome.failed(device + " is not a multipath device"));
    return CompletableFuture.completedStage(refusal);
  }

  private CompletionStage<Outcome> flushAll() {
    return flush(
        platform.topology().maps().stream().filter(map -> map.number().isPresent()).toList());
  }

  private CompletionStage<Outcome> flush(List<MapSnapshot> maps) {
    CompletionStage<Outcome> all = CompletableFuture.completedStage(Outcome.done(""));
    for (MapSnapshot map : maps) {
      all =
          all.thenCombine(
              platform.submit(new Command.RemoveMap(map.wwid().text())),
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

  private Optional<Outcome> wrongDevice() {
    return arguments
        .device()
        .filter(device -> device.startsWith("/") && !Files.exists(Path.of(device)))
        .map(device -> Outcome.failed("'" + device + "' is not a valid argument"));
  }
}
