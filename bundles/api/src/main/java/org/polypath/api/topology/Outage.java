package org.polypath.api.topology;

/** What kind of loss it is when a map has no usable path. */
public enum Outage {
  /** Paths are down; they may come back. */
  TEMPORARY("all paths down"),
  /** On every path the array says that there is no such logical unit, or its device has gone. */
  PERMANENT("the disk is gone");

  private final String displayName;

  Outage(String displayName) {
    this.displayName = displayName;
  }

  /** The words shown to users. */
  public String displayName() {
    return displayName;
  }
}
