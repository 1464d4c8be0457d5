package org.polypath.scsi;

import org.polypath.api.device.Bytes;
import org.polypath.api.path.TargetPortGroupSupport;

/**
 * Standard INQUIRY data (SPC-4 6.6.2).
 *
 * @param peripheralQualifier 0 for a logical unit that is connected, else 1 to 7
 * @param deviceType peripheral device type, 0 to 31; 0 is a disk
 * @param version the standard the device claims, 0 to 255; 6 is SPC-4
 * @param targetPortGroupSupport asymmetric access support
 * @param vendor vendor identification without trailing blanks
 * @param product product identification without trailing blanks
 * @param revision product revision level without trailing blanks
 */
public record StandardInquiry(
    int peripheralQualifier,
    int deviceType,
    int version,
    TargetPortGroupSupport targetPortGroupSupport,
    String vendor,
    String product,
    String revision) {
  private static final int SHORTEST = 36;

  /** Reads at least the 36 bytes that every device sends. */
  public static Decoded<StandardInquiry> decode(Bytes bytes) {
    if (bytes.length() < SHORTEST) {
      return Decoded.malformed(
          Decoded.Defect.OVERFLOW,
          "standard INQUIRY data of " + bytes.length() + " bytes, at least 36 wanted");
    }
    return Decoded.of(
        new StandardInquiry(
            bytes.u8(0) >> 5,
            bytes.u8(0) & 0x1f,
            bytes.u8(2),
            TargetPortGroupSupport.ofInquiryByte5(bytes.u8(5)),
            Text.padded(bytes.slice(8, 8)),
            Text.padded(bytes.slice(16, 16)),
            Text.padded(bytes.slice(32, 4))));
  }
}
