package org.polypath.testkit;

/** To whom the LUNs of an array belong. */
final class Owners {
  private Owners() {}

  /** All LUNs belong to a controller from now on. */
  static void transfer(Setting setting, String owner) {
    for (long unit = 0; unit < setting.units(); unit++) {
      setting.san("transfer " + Scenario.ARRAY + " " + unit + " " + owner);
      setting.paths().owner(unit, owner);
    }
  }
}
