package org.polypath.scsi;

import java.util.Arrays;

/** The sense keys in the order of their codes, 0 to 15 (SPC-4 4.5.6). */
public enum SenseKey {
  /** Nothing to report. */
  NO_SENSE,
  /** Done, with help of the device's own recovery. */
  RECOVERED_ERROR,
  /** The logical unit cannot be accessed. */
  NOT_READY,
  /** A flaw in the medium. */
  MEDIUM_ERROR,
  /** The hardware failed. */
  HARDWARE_ERROR,
  /** The command or its parameters are not supported. */
  ILLEGAL_REQUEST,
  /** Something happened to the logical unit that the host should know; the command was not done. */
  UNIT_ATTENTION,
  /** The block is protected. */
  DATA_PROTECT,
  /** Blank medium. */
  BLANK_CHECK,
  /** The vendor's own. */
  VENDOR_SPECIFIC,
  /** A copy failed. */
  COPY_ABORTED,
  /** The device aborted the command. */
  ABORTED_COMMAND,
  /** Reserved since SPC-3. */
  RESERVED,
  /** The end of the partition was met. */
  VOLUME_OVERFLOW,
  /** What was compared is not equal. */
  MISCOMPARE,
  /** All done. */
  COMPLETED;

  /** The key's code, 0 to 15. */
  public int code() {
    return Arrays.asList(values()).indexOf(this);
  }

  /** The key in the low four bits of a byte. */
  public static SenseKey of(int code) {
    return values()[code & 0x0f];
  }
}
