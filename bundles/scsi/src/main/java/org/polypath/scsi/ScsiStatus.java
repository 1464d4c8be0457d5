package org.polypath.scsi;

/** The status byte of a command (SAM-5 5.3). */
public enum ScsiStatus {
  /** Done. */
  GOOD(0x00),
  /** Sense data says what happened. */
  CHECK_CONDITION(0x02),
  /** The condition asked about holds. */
  CONDITION_MET(0x04),
  /** The logical unit is busy. */
  BUSY(0x08),
  /** Another host has reserved the logical unit. */
  RESERVATION_CONFLICT(0x18),
  /** Terminated (SCSI-2). */
  COMMAND_TERMINATED(0x22),
  /** No room for the command. */
  TASK_SET_FULL(0x28),
  /** An auto contingent allegiance stands. */
  ACA_ACTIVE(0x30),
  /** Another host aborted the command. */
  TASK_ABORTED(0x40),
  /** A code this version does not know. */
  UNKNOWN(-1);

  private static final int SIGNIFICANT_BITS = 0x7e;

  private final int code;

  ScsiStatus(int code) {
    this.code = code;
  }

  /** The status of a byte; the bits that older standards left to vendors do not count. */
  public static ScsiStatus of(int code) {
    for (ScsiStatus status : values()) {
      if (status.code == (code & SIGNIFICANT_BITS)) {
        return status;
      }
    }
    return UNKNOWN;
  }
}
