package org.polypath.lab.bench;

/** The state of a target port group (SPC-4, asymmetric access state). */
public enum AluaState {
  /** Active, optimized. */
  OPTIMIZED(0),
  /** Active, not optimized. */
  NON_OPTIMIZED(1),
  /** Standby. */
  STANDBY(2),
  /** Unavailable. */
  UNAVAILABLE(3),
  /** Offline. */
  OFFLINE(14);

  private final int code;

  AluaState(int code) {
    this.code = code;
  }

  /** The number in REPORT TARGET PORT GROUPS, and in the target's configuration. */
  int code() {
    return code;
  }
}
