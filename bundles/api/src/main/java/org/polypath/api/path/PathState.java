package org.polypath.api.path;

/** What a checker says of a path. The order and the words are those of multipath-tools. */
public enum PathState {
  /** No checker could look: the device cannot be opened, or the checker does not fit it. */
  WILD("undef"),
  /** Not looked at yet, or no usable result. */
  UNCHECKED("undef"),
  /** The path cannot carry I/O. */
  DOWN("faulty"),
  /** The path can carry I/O. */
  UP("ready"),
  /** The path answers but is not for normal operation. */
  SHAKY("shaky"),
  /** The path is passive: it can carry I/O only after the array makes its port group active. */
  GHOST("ghost"),
  /** No answer yet: the state before stands. */
  PENDING("i/o pending"),
  /** The checker's command ran out of time. */
  TIMEOUT("i/o timeout"),
  /** The device is gone. */
  REMOVED("undef"),
  /** The path is usable but held back because it failed too often. */
  DELAYED("delayed"),
  /** The array no longer maps the logical unit to this port. */
  DISCONNECTED("disconnected");

  private final String displayName;

  PathState(String displayName) {
    this.displayName = displayName;
  }

  /** The word shown to users, for instance {@code ready}. */
  public String displayName() {
    return displayName;
  }

  /** Whether the path counts as usable: up, or a ghost that the array can activate. */
  public boolean isUsable() {
    return this == UP || this == GHOST;
  }
}
