package org.polypath.lab.scenario;

import java.time.Duration;
import java.util.List;
import org.polypath.lab.bench.IscsiControllers.Controller;

/** What happens to paths. */
final class PathEvents {
  private PathEvents() {}

  static List<SanEvent> all() {
    return List.of(
        SanEvent.survived("left path lost and back", stage -> one(stage, Controller.LEFT)),
        SanEvent.survived("right path lost and back", stage -> one(stage, Controller.RIGHT)),
        SanEvent.survived("left, then right lost; queue", stage -> both(stage, Controller.LEFT)),
        SanEvent.survived("right, then left lost; queue", stage -> both(stage, Controller.RIGHT)),
        SanEvent.failing("all lost; no_path_retry fail", PathEvents::allLostWithoutRetry),
        SanEvent.failing("all lost; no_path_retry 2, expired", PathEvents::allLostForTooLong),
        SanEvent.survived("all lost; no_path_retry 1000, in time", PathEvents::allLostForAWhile),
        SanEvent.survived("left path deleted and rescanned", PathEvents::deleted));
  }

  private static Course one(Stage stage, Controller controller) {
    stage.lose(controller);
    Duration toState = stage.awaitFailed(controller);
    stage.bringBack(controller);
    Duration toRecovery = stage.awaitReady(controller);
    stage.awaitFlow();
    return Course.of(toState, toRecovery);
  }

  /** They come back in the order in which they were lost. */
  private static Course both(Stage stage, Controller first) {
    stage.lose(first);
    stage.awaitFailed(first);
    stage.lose(first.other());
    Duration toState = stage.awaitFailed(first.other());
    stage.bringBack(first);
    Duration toRecovery = stage.awaitReady(first).plus(stage.awaitFlow());
    stage.bringBack(first.other());
    stage.awaitAllReady();
    return Course.of(toState, toRecovery);
  }

  private static Course allLostWithoutRetry(Stage stage) {
    stage.reconfigure("fail");
    stage.awaitTable("I/O does not wait for paths", table -> !queues(table));
    Duration toState = loseAll(stage);
    stage.awaitIoError();
    return Course.of(toState, bringAllBackAndQueue(stage));
  }

  private static Course allLostForTooLong(Stage stage) {
    stage.reconfigure("2");
    stage.awaitTable("I/O waits for paths", PathEvents::queues);
    loseAll(stage);
    Duration toState = stage.awaitTable("I/O waits no longer", table -> !queues(table));
    stage.awaitIoError();
    return Course.of(toState, bringAllBackAndQueue(stage));
  }

  private static Course allLostForAWhile(Stage stage) {
    stage.reconfigure("1000");
    Duration toState = loseAll(stage);
    return Course.of(toState, bringAllBackAndQueue(stage).plus(stage.awaitFlow()));
  }

  private static Course deleted(Stage stage) {
    String path = stage.array().pathOver(Controller.LEFT);
    stage.array().controllers().deletePath(Controller.LEFT);
    Duration toState = stage.await("the path has left the map", map -> map.stateOf(path).isEmpty());
    stage.array().controllers().scan(Controller.LEFT);
    Duration toRecovery = stage.awaitAllReady();
    stage.awaitFlow();
    return Course.of(toState, toRecovery);
  }

  private static Duration loseAll(Stage stage) {
    stage.lose(Controller.RIGHT);
    stage.lose(Controller.LEFT);
    return stage.awaitFailed(Controller.LEFT).plus(stage.awaitFailed(Controller.RIGHT));
  }

  private static Duration bringAllBackAndQueue(Stage stage) {
    stage.bringBack(Controller.LEFT);
    stage.bringBack(Controller.RIGHT);
    Duration toRecovery = stage.awaitAllReady();
    stage.reconfigure("queue");
    stage.awaitTable("I/O waits for paths", PathEvents::queues);
    return toRecovery;
  }

  private static boolean queues(String table) {
    return table.contains("queue_if_no_path");
  }
}
