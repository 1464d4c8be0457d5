package org.polypath.control.multipath;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.Topology;
import org.polypath.control.pathrules.PathRules;
import org.polypath.control.text.LocalConfiguration;
import org.polypath.control.text.TopologyView;

/** Does what {@code multipath} was asked for, with a platform that is at rest or will be. */
public final class MultipathWork {
  private final Platform platform;
  private final MultipathArguments arguments;
  private final Report report;
  private final Flush flush;
  private final WwidsFile wwids;

  /** Does what the arguments ask for, on this platform. */
  public MultipathWork(Platform platform, MultipathArguments arguments) {
    this.platform = platform;
    this.arguments = arguments;
    this.report = new Report(arguments);
    this.flush = new Flush(platform, arguments);
    this.wwids = new WwidsFile(platform, arguments);
  }

  /** By a platform that works anyway: a change is asked for. The stage never fails. */
  public CompletionStage<Outcome> withRunningPlatform() {
    return switch (arguments.task()) {
      case LIST, LIST_CHECKED -> CompletableFuture.completedStage(listed(platform.topology()));
      case CONFIGURATION, LOCAL_CONFIGURATION ->
          CompletableFuture.completedStage(configuration(platform.topology()));
      case PATH_RULES -> CompletableFuture.completedStage(pathRules(platform.topology()));
      case FLUSH -> flush.one();
      case FLUSH_ALL -> flush.all();
      case REMEMBER -> wwids.add();
      case FORGET -> wwids.remove();
      case REMEMBER_MAPS -> wwids.reset();
      case DRY_RUN -> CompletableFuture.completedStage(Outcome.done(""));
      case BUILD ->
          arguments
              .policy()
              .map(policy -> following(changes -> regrouped(policy, changes)))
              .orElseGet(() -> reconfigured(false));
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
                  case PATH_RULES -> CompletableFuture.completedStage(pathRules(topology));
                  case FLUSH -> flush.one();
                  case FLUSH_ALL -> flush.all();
                  case REMEMBER -> wwids.add();
                  case FORGET -> wwids.remove();
                  case REMEMBER_MAPS -> wwids.reset();
                  case RELOAD -> reconfigured(true);
                  case DRY_RUN -> CompletableFuture.completedStage(changed(topology, changes));
                  case BUILD ->
                      arguments
                          .policy()
                          .map(policy -> regrouped(policy, changes))
                          .orElseGet(
                              () -> CompletableFuture.completedStage(changed(topology, changes)));
                })
        .whenComplete((outcome, failure) -> subscription.close());
  }

  private Outcome listed(Topology topology) {
    boolean checked = arguments.task() == MultipathArguments.Task.LIST_CHECKED;
    return Devices.missing(arguments)
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

  private static Outcome pathRules(Topology topology) {
    return topology
        .configuration()
        .map(configuration -> Outcome.done(PathRules.of(configuration)))
        .orElseGet(() -> Outcome.failed("the daemon is starting"));
  }

  private Outcome changed(Topology topology, Changes changes) {
    changes.accept(topology);
    return Devices.missing(arguments)
        .orElseGet(() -> Outcome.done(report.changes(topology, changes.soFar())));
  }

  private CompletionStage<Outcome> reconfigured(boolean reloadAll) {
    return following(
        changes ->
            platform
                .submit(new Command.Reconfigure(reloadAll))
                .thenApply(
                    result ->
                        result.succeeded()
                            ? changed(platform.topology(), changes)
                            : Outcome.failed(result.text())));
  }

  /** Does something and notes meanwhile what is done to maps. */
  private CompletionStage<Outcome> following(Function<Changes, CompletionStage<Outcome>> work) {
    Changes changes = new Changes(platform.topology());
    Platform.Subscription subscription = platform.subscribe(changes);
    return work.apply(changes).whenComplete((outcome, failure) -> subscription.close());
  }

  /** Groups the maps that are meant by the policy given, one after the other. */
  private CompletionStage<Outcome> regrouped(String policy, Changes changes) {
    Topology topology = platform.topology();
    CompletionStage<CommandResult> all = CompletableFuture.completedStage(CommandResult.OK);
    for (MapSnapshot map : topology.maps()) {
      if (map.number().isPresent() && Devices.means(arguments, topology, map)) {
        Command regroup = new Command.Regroup(map.wwid().text(), policy);
        all =
            all.thenCompose(
                before ->
                    before.succeeded()
                        ? platform.submit(regroup)
                        : CompletableFuture.completedStage(before));
      }
    }
    return all.thenApply(
        result ->
            result.succeeded()
                ? changed(platform.topology(), changes)
                : Outcome.failed(result.text()));
  }
}
