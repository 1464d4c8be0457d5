package org.polypath.scsi;

import org.polypath.api.device.Bytes;

/**
 * Sense data in fixed or descriptor format (SPC-4 4.5.2, 4.5.3).
 *
 * @param key the sense key
 * @param additionalCode additional sense code (ASC), 0 to 255; 0 where the device sent none
 * @param additionalQualifier additional sense code qualifier (ASCQ), 0 to 255
 * @param deferred whether it is about an earlier command
 */
public record SenseData(
    SenseKey key, int additionalCode, int additionalQualifier, boolean deferred) {
  private static final int FIXED = 0x70;
  private static final int FIXED_DEFERRED = 0x71;
  private static final int DESCRIPTOR = 0x72;
  private static final int DESCRIPTOR_DEFERRED = 0x73;

  /** Reads sense data of either format; an answer that was cut before the ASC has ASC 0. */
  public static Decoded<SenseData> decode(Bytes bytes) {
    int format = bytes.u8(0) & 0x7f;
    return switch (format) {
      case FIXED, FIXED_DEFERRED -> read(bytes, 2, 12, format == FIXED_DEFERRED);
      case DESCRIPTOR, DESCRIPTOR_DEFERRED -> read(bytes, 1, 2, format == DESCRIPTOR_DEFERRED);
      default ->
          Decoded.malformed(
              Decoded.Defect.INVALID,
              bytes.length() == 0
                  ? "no sense data"
                  : String.format("sense data of unknown format 0x%02x", format));
    };
  }

  private static Decoded<SenseData> read(Bytes bytes, int key, int code, boolean deferred) {
    if (!bytes.has(key, 1)) {
      return Decoded.malformed(Decoded.Defect.OVERFLOW, "sense data cut before the sense key");
    }
    return Decoded.of(
        new SenseData(SenseKey.of(bytes.u8(key)), bytes.u8(code), bytes.u8(code + 1), deferred));
  }

  /** Whether it is this key with this additional code and qualifier. */
  public boolean is(SenseKey wantedKey, int wantedCode, int wantedQualifier) {
    return key == wantedKey
        && additionalCode == wantedCode
        && additionalQualifier == wantedQualifier;
  }

  /** Key, code and qualifier as hexadecimal numbers, for instance {@code 02/04/0b}. */
  @Override
  public String toString() {
    return String.format("%02x/%02x/%02x", key.code(), additionalCode, additionalQualifier);
  }
}
