package org.polypath.api.checker;

import org.polypath.api.path.PathState;

/**
 * A checker's answer.
 *
 * @param state the state found
 * @param message one line that says why, for the log and for {@code explain}; may be empty for a
 *     path that is up
 */
public record CheckResult(PathState state, String message) {
  /** The path is up. */
  public static CheckResult up() {
    return new CheckResult(PathState.UP, "");
  }

  /** The path is down, and why. */
  public static CheckResult down(String message) {
    return new CheckResult(PathState.DOWN, message);
  }
}
