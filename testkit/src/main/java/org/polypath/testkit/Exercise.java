package org.polypath.testkit;

/** One part of the examination. */
interface Exercise {
  /** What it is called in the report. */
  String name();

  /** What it demands of the bundle. */
  String demand();

  /**
   * Carries it out, and leaves the array as it was.
   *
   * @return what was seen, for the report
   * @throws FailedException the demand is not met
   */
  String carryOut(Setting setting);

  /** Whether the others mean nothing where this one was not passed. */
  default boolean isNeededByOthers() {
    return false;
  }
}
