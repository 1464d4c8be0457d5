package org.polypath.testkit;

import java.util.OptionalInt;
import org.polypath.api.path.PathState;
import org.polypath.api.topology.PathSnapshot;

/**
 * What the platform is to say of a path in a certain situation.
 *
 * @param state what the checker is to find
 * @param priority what the prioritizer is to answer; empty if it does not matter
 */
public record Expected(PathState state, OptionalInt priority) {
  boolean isMetBy(PathSnapshot path) {
    return path.state() == state && (priority.isEmpty() || priority.equals(path.priority()));
  }

  @Override
  public String toString() {
    return state.displayName()
        + (priority.isPresent() ? " with priority " + priority.getAsInt() : "");
  }
}
