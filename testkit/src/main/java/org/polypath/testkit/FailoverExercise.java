package org.polypath.testkit;

import java.util.ArrayList;
import java.util.List;
import org.polypath.api.topology.PathSnapshot;

/** Each controller fails while the maps carry I/O. */
final class FailoverExercise implements Exercise {
  @Override
  public String name() {
    return "controller failover";
  }

  @Override
  public String demand() {
    return "Each controller fails in turn under I/O on all maps: its paths are not up, those of"
        + " the others are as before, no I/O fails, and all comes back.";
  }

  @Override
  public String carryOut(Setting setting) {
    setting.san().startIo();
    long before = setting.transfers();
    for (String controller : setting.paths().array().controllers().keySet()) {
      fail(setting, controller);
    }
    setting.assertIoFlows();
    setting.san().stopIo();
    return (setting.transfers() - before) + " transfers, none failed";
  }

  private static void fail(Setting setting, String controller) {
    Paths paths = setting.paths();
    if (paths.array().kind() == ArrayDescription.Kind.OWNED) {
      Owners.transfer(setting, other(paths, controller));
      setting.awaitExpected("another controller owns all LUNs");
    }
    String part = "controller " + Scenario.ARRAY + ":" + controller;
    setting.san("cut " + part);
    paths.lost(path -> isBehind(setting, path, controller));
    setting.awaitExpected("controller " + controller + " has failed");
    setting.assertIoFlows();
    setting.san("mend " + part);
    paths.lost(path -> false);
    setting.awaitExpected("controller " + controller + " works again");
  }

  private static boolean isBehind(Setting setting, PathSnapshot path, String controller) {
    return setting.paths().controller(path).equals(controller);
  }

  private static String other(Paths paths, String controller) {
    List<String> others = new ArrayList<>(paths.array().controllers().keySet());
    others.remove(controller);
    return others.get(0);
  }
}
