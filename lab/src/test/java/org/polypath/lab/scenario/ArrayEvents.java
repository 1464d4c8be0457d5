package org.polypath.lab.scenario;

import java.time.Duration;
import java.util.List;
import org.polypath.lab.bench.AluaState;
import org.polypath.lab.bench.IscsiControllers.Controller;
import org.polypath.lab.bench.MapLines;

/** What the array does. */
final class ArrayEvents {
  private ArrayEvents() {}

  /**
   * All of them.
   *
   * @param moves how often the disk is moved to the other controller and back
   */
  static List<SanEvent> all(int moves) {
    return List.of(
        SanEvent.survived(
            "controller moved and back, %d times".formatted(moves), stage -> moved(stage, moves)),
        SanEvent.survived("disk grown", ArrayEvents::grown),
        SanEvent.survived("another disk behind the right path", ArrayEvents::replaced));
  }

  private static Course moved(Stage stage, int moves) {
    Course slowest = Course.of(Duration.ZERO, Duration.ZERO);
    for (int move = 0; move < moves; move++) {
      stage.array().moveTo(Controller.RIGHT, AluaState.STANDBY);
      Duration there = awaitServing(stage, Controller.RIGHT, 1);
      stage.array().moveTo(Controller.LEFT, AluaState.NON_OPTIMIZED);
      Duration back = awaitServing(stage, Controller.LEFT, 10);
      slowest = slowest.slowest(Course.of(there, back));
    }
    stage.awaitAllReady();
    stage.awaitFlow();
    return slowest;
  }

  private static Duration awaitServing(Stage stage, Controller controller, int otherPriority) {
    String serving = stage.array().pathOver(controller);
    return stage.await(
        "the %s controller serves".formatted(controller.portGroup()),
        map ->
            map.isActive(serving)
                && map.groups().stream()
                    .map(MapLines.Group::priority)
                    .toList()
                    .equals(List.of(50, otherPriority)));
  }

  private static Course grown(Stage stage) {
    long sectors = stage.array().grow();
    if (!stage.isOurs()) {
      stage.guest().run("udevadm settle -t 30");
      stage.ask("resize map " + Stage.MAP);
    }
    Duration toRecovery =
        stage.awaitTable(
            "the map has %d sectors".formatted(sectors),
            table -> table.contains(": 0 %d ".formatted(sectors)));
    stage.awaitFlow();
    return Course.recovered(toRecovery);
  }

  /** The path's device stays what it is; only what answers behind it is another disk. */
  private static Course replaced(Stage stage) {
    Controller controller = Controller.RIGHT;
    String path = stage.array().pathOver(controller);
    stage.array().moveTo(controller, AluaState.NON_OPTIMIZED);
    awaitServing(stage, controller, 10);
    stage.array().withdraw(controller);
    stage.await(
        "nothing behind the path: it fails",
        map -> map.stateOf(path).startsWith("failed") || map.stateOf(path).isEmpty());
    stage.array().exchange(controller);
    Duration toState =
        stage.await(
            "the path is taken out of the map, or used",
            map -> !map.stateOf(path).startsWith("failed"));
    stage.awaitFlow();
    if (!stage.array().strangerIsUntouched()) {
      throw new IllegalStateException("the other disk was written to");
    }
    stage.await("the path is no longer in the map", map -> map.stateOf(path).isEmpty());
    stage.array().withdraw(controller);
    stage.array().present(controller);
    stage.array().moveTo(Controller.LEFT, AluaState.NON_OPTIMIZED);
    Duration toRecovery = stage.awaitAllReady();
    stage.awaitFlow();
    return Course.of(toState, toRecovery);
  }
}
