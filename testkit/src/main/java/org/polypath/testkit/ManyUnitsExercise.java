package org.polypath.testkit;

/** The array has very many LUNs. */
final class ManyUnitsExercise implements Exercise {
  private final int units;

  ManyUnitsExercise(int units) {
    this.units = units;
  }

  @Override
  public String name() {
    return units + " LUNs";
  }

  @Override
  public String demand() {
    return "With so many LUNs too, every path is as described, also after a controller has failed"
        + " and come back.";
  }

  @Override
  public String carryOut(Setting setting) {
    setting.deploy();
    setting.awaitExpected("maps of " + units + " LUNs");
    String controller = setting.paths().array().controllersOfPorts().get(0);
    String part = "controller " + Scenario.ARRAY + ":" + controller;
    setting.san("cut " + part);
    setting.paths().lost(path -> setting.paths().controller(path).equals(controller));
    setting.awaitExpected("controller " + controller + " has failed");
    setting.san("mend " + part);
    setting.paths().lost(path -> false);
    setting.awaitExpected("controller " + controller + " works again");
    return setting.paths().count() + " paths";
  }
}
