package org.polypath.api.prioritizer;

import java.util.OptionalInt;

/**
 * A prioritizer's answer.
 *
 * @param value the priority, 0 or more; empty if it could not be found out
 * @param message one line that says where it comes from, or why there is none
 */
public record Priority(OptionalInt value, String message) {
  /** Checks the bound. */
  public Priority {
    if (value.isPresent() && value.getAsInt() < 0) {
      throw new IllegalArgumentException("a priority is 0 or more, not " + value.getAsInt());
    }
  }

  /** A priority and where it comes from. */
  public static Priority of(int value, String message) {
    return new Priority(OptionalInt.of(value), message);
  }

  /** No priority, and why. */
  public static Priority undefined(String message) {
    return new Priority(OptionalInt.empty(), message);
  }
}
