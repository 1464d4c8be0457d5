package org.polypath.scsi;

/** Asymmetric access state of a target port group (SPC-4 5.15.2.4). */
public enum AccessState {
  /** The best way to the logical unit. */
  OPTIMIZED(0x0),
  /** A way to the logical unit, but not the best. */
  NON_OPTIMIZED(0x1),
  /** Takes no I/O until it is made active. */
  STANDBY(0x2),
  /** Takes hardly any command. */
  UNAVAILABLE(0x3),
  /** Depends on the block. */
  LBA_DEPENDENT(0x4),
  /** The port is not there. */
  OFFLINE(0xe),
  /** Between two states. */
  TRANSITIONING(0xf),
  /** A code this version does not know. */
  RESERVED(-1);

  private final int code;

  AccessState(int code) {
    this.code = code;
  }

  /** The state in the low four bits of a byte. */
  public static AccessState of(int code) {
    for (AccessState state : values()) {
      if (state.code == (code & 0x0f)) {
        return state;
      }
    }
    return RESERVED;
  }
}
