package org.polypath.scsi;

import org.polypath.api.device.Bytes;

/**
 * One designator of VPD page 0x83 (SPC-4 7.8.6.1).
 *
 * @param codeSet how the identifier is coded: 1 binary, 2 ASCII, 3 UTF-8; 0 to 15
 * @param association whom it names
 * @param type what kind of name it is
 * @param identifier the name itself, 0 to 255 bytes
 */
public record Designator(int codeSet, Association association, Type type, Bytes identifier) {
  /** Whom a designator names, in the order of the ASSOCIATION field. */
  public enum Association {
    /** The logical unit. */
    LOGICAL_UNIT,
    /** The target port that the answer came through. */
    TARGET_PORT,
    /** The target device. */
    TARGET_DEVICE,
    /** Reserved. */
    RESERVED;

    static Association of(int code) {
      return values()[code & 3];
    }
  }

  /** What kind of name a designator is, in the order of the DESIGNATOR TYPE field. */
  public enum Type {
    /** The vendor's own. */
    VENDOR_SPECIFIC,
    /** Vendor identification and the vendor's own. */
    T10_VENDOR,
    /** EUI-64 based. */
    EUI_64,
    /** Name Address Authority. */
    NAA,
    /** Relative target port number. */
    RELATIVE_TARGET_PORT,
    /** Target port group number. */
    TARGET_PORT_GROUP,
    /** Logical unit group number. */
    LOGICAL_UNIT_GROUP,
    /** MD5 digest of other identifying data. */
    MD5,
    /** SCSI name string. */
    SCSI_NAME,
    /** The transport protocol's own. */
    PROTOCOL_SPECIFIC,
    /** UUID. */
    UUID,
    /** Reserved. */
    RESERVED;

    static Type of(int code) {
      return values()[Math.min(code & 0x0f, values().length - 1)];
    }
  }

  /** The number that follows two reserved bytes in designators of types 4 to 6, 0 to 65535. */
  int number() {
    return identifier.u16(2);
  }
}
