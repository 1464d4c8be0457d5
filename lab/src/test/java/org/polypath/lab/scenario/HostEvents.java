package org.polypath.lab.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.polypath.lab.StepResult;
import org.polypath.lab.bench.IscsiControllers.Controller;

/** What people and programs do to the daemon and its map. */
final class HostEvents {
  private HostEvents() {}

  static List<SanEvent> all() {
    return List.of(
        SanEvent.survived("configuration changed and back", HostEvents::reconfigured),
        SanEvent.survived("map reloaded by dmsetup with one path", HostEvents::reloaded),
        SanEvent.survived("map removed by dmsetup, reconfigure", HostEvents::removed),
        SanEvent.survived("daemon killed, all well", HostEvents::killed),
        SanEvent.survived("daemon killed, left lost", HostEvents::killedWithOneLost),
        SanEvent.survived("daemon killed, all lost; queue", HostEvents::killedWithAllLost));
  }

  private static Course reconfigured(Stage stage) {
    stage.reconfigure("queue", "path_grouping_policy multibus");
    Duration toState = stage.await("one group", map -> map.groups().size() == 1);
    stage.reconfigure("queue");
    Duration toRecovery = stage.awaitAllReady();
    stage.awaitFlow();
    return Course.of(toState, toRecovery);
  }

  private static Course reloaded(Stage stage) {
    String path = stage.array().pathOver(Controller.LEFT);
    stage
        .guest()
        .run(
            """
            number=$(< /sys/block/%1$s/dev) sectors=$(< /sys/block/%1$s/size)
            dmsetup reload %2$s --table \
              "0 $sectors multipath 1 queue_if_no_path 0 1 1 service-time 0 1 1 $number 1"
            dmsetup suspend --noflush %2$s; dmsetup resume %2$s"""
                .formatted(path, Stage.MAP));
    Duration toRecovery =
        stage
            .awaitTable("the table has two paths", table -> table.matches("(?s).*( 8:\\d+ .*){2}"))
            .plus(stage.awaitAllReady());
    stage.awaitFlow();
    return Course.recovered(toRecovery);
  }

  /** While it is in use nobody can; then it is no longer, and somebody does. */
  private static Course removed(Stage stage) {
    StepResult refused = stage.guest().attempt("dmsetup remove " + Stage.MAP);
    if (refused.exitStatus() == 0) {
      throw new IllegalStateException("a map in use was removed");
    }
    stage.awaitFlow();
    int error = stage.stopIo();
    if (error != 0) {
      throw new IllegalStateException("I/O error " + error);
    }
    stage.guest().run("dmsetup remove --retry " + Stage.MAP);
    Duration toState = stage.awaitNoMap();
    stage.ask("reconfigure");
    Duration toRecovery = stage.awaitAllReady();
    stage.requireIo();
    return Course.of(toState, toRecovery);
  }

  private static Course killed(Stage stage) {
    stage.killDaemon();
    stage.awaitFlow();
    return started(stage);
  }

  /** A daemon is started, and all paths serve again. */
  private static Course started(Stage stage) {
    Instant start = Instant.now();
    stage.startDaemon();
    stage.awaitAllReady();
    Duration toRecovery = Duration.between(start, Instant.now());
    stage.awaitFlow();
    return Course.recovered(toRecovery);
  }

  /** The path comes back while there is no daemon. */
  private static Course killedWithOneLost(Stage stage) {
    stage.lose(Controller.LEFT);
    stage.awaitFailed(Controller.LEFT);
    stage.killDaemon();
    stage.bringBack(Controller.LEFT);
    return started(stage);
  }

  private static Course killedWithAllLost(Stage stage) {
    stage.lose(Controller.LEFT);
    stage.lose(Controller.RIGHT);
    stage.awaitFailed(Controller.LEFT);
    stage.awaitFailed(Controller.RIGHT);
    stage.killDaemon();
    Instant start = Instant.now();
    stage.startDaemon();
    stage.awaitFailed(Controller.LEFT);
    stage.awaitFailed(Controller.RIGHT);
    Duration toState = Duration.between(start, Instant.now());
    stage.bringBack(Controller.LEFT);
    stage.bringBack(Controller.RIGHT);
    Duration toRecovery = stage.awaitAllReady().plus(stage.awaitFlow());
    return Course.of(toState, toRecovery);
  }
}
