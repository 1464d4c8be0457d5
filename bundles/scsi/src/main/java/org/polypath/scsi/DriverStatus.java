package org.polypath.scsi;

/**
 * What the kernel's upper SCSI driver says of a command (scsi/sg.h, DRIVER_*, the low four bits;
 * the high ones were suggestions and mean nothing since Linux 2.6).
 */
public enum DriverStatus {
  /** No trouble. */
  OK,
  /** Busy. */
  BUSY,
  /** A soft error. */
  SOFT,
  /** A trouble of the medium. */
  MEDIA,
  /** An error. */
  ERROR,
  /** An invalid request. */
  INVALID,
  /** Out of time. */
  TIMEOUT,
  /** A hard error. */
  HARD,
  /** Sense data came along. */
  SENSE,
  /** A code this version does not know. */
  UNKNOWN;

  /** The status of a driver byte. */
  public static DriverStatus of(int code) {
    int low = code & 0x0f;
    return low < values().length ? values()[low] : UNKNOWN;
  }
}
