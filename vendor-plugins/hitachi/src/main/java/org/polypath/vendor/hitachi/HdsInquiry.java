package org.polypath.vendor.hitachi;

import org.polypath.api.device.Bytes;
import org.polypath.scsi.Decoded;

/**
 * The vendor's part of a modular array's standard INQUIRY data: which disk it is, and which
 * controller answers.
 *
 * @param device the last digit of the disk's number (LDEV), 0 to 15
 * @param controller the controller, 0 to 9
 */
record HdsInquiry(int device, int controller) {
  /** How much of the data is asked for, in bytes. */
  static final int LENGTH = 255;

  private static final int LAST_DEVICE_DIGIT = 44 + 3;
  private static final int CONTROLLER = 49;

  /** Reads the data; an error if there are no such digits. */
  static Decoded<HdsInquiry> decode(Bytes inquiry) {
    int device = "0123456789ABCDEF".indexOf(inquiry.u8(LAST_DEVICE_DIGIT));
    int controller = "0123456789".indexOf(inquiry.u8(CONTROLLER));
    if (device < 0 || controller < 0) {
      return Decoded.malformed(
          Decoded.Defect.INVALID,
          String.format(
              "no digits of LDEV and controller at bytes 47 and 49, but 0x%02x and 0x%02x",
              inquiry.u8(LAST_DEVICE_DIGIT), inquiry.u8(CONTROLLER)));
    }
    return Decoded.of(new HdsInquiry(device, controller));
  }

  /** Whether the controller is the one that disks of this number belong to: even to even. */
  boolean isOwner() {
    return device % 2 == controller % 2;
  }
}
