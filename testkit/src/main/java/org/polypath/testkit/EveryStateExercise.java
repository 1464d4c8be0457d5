package org.polypath.testkit;

import java.util.ArrayList;
import java.util.List;
import org.polypath.simulator.AccessState;

/** The array shows every state that its description has. */
final class EveryStateExercise implements Exercise {
  @Override
  public String name() {
    return "every state";
  }

  @Override
  public String demand() {
    return "In each state of the array, paths have the state and priority that its description"
        + " says; with I/O on all maps.";
  }

  @Override
  public String carryOut(Setting setting) {
    setting.san().startIo();
    List<String> seen =
        switch (setting.paths().array().kind()) {
          case SYMMETRIC -> List.of(ArrayDescription.SERVING);
          case ASYMMETRIC -> everyAccessState(setting);
          case OWNED -> everyOwner(setting);
        };
    setting.awaitExpected("all as before");
    setting.assertIoFlows();
    setting.san().stopIo();
    return String.join(", ", seen);
  }

  /** The first controller's group shows them; the others go on serving. */
  private static List<String> everyAccessState(Setting setting) {
    Paths paths = setting.paths();
    String controller = paths.array().controllersOfPorts().get(0);
    List<String> seen = new ArrayList<>();
    for (AccessState state : AccessState.values()) {
      if (paths.array().in(state.word()).isPresent()) {
        change(setting, controller, state);
        seen.add(state.word());
      }
    }
    change(setting, controller, AccessState.OPTIMIZED);
    return seen;
  }

  private static void change(Setting setting, String controller, AccessState state) {
    setting.san("alua " + Scenario.ARRAY + " 1 " + state.word());
    setting.paths().access(controller, state);
    setting.awaitExpected("controller " + controller + " is " + state.word());
  }

  private static List<String> everyOwner(Setting setting) {
    List<String> seen = new ArrayList<>();
    List<String> controllers = List.copyOf(setting.paths().array().controllers().keySet());
    for (int index = controllers.size() - 1; index >= 0; index--) {
      String owner = controllers.get(index);
      Owners.transfer(setting, owner);
      setting.awaitExpected("controller " + owner + " owns all LUNs");
      seen.add("owned by " + owner);
    }
    return seen;
  }
}
