package org.polypath.simulator.san;

import org.polypath.simulator.AccessState;

/** A target port group of an array, in its state of now. */
final class PortGroup {
  private final int number;
  private final boolean preferred;
  private AccessState state;

  PortGroup(int number, AccessState state, boolean preferred) {
    this.number = number;
    this.state = state;
    this.preferred = preferred;
  }

  int number() {
    return number;
  }

  boolean isPreferred() {
    return preferred;
  }

  AccessState state() {
    return state;
  }

  void enter(AccessState newState) {
    state = newState;
  }
}
