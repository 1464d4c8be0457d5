package org.polypath.scsi;

import org.polypath.api.device.Bytes;

/**
 * A vital product data page of any kind (SPC-4 7.8.1).
 *
 * @param code the page's code, 0 to 255
 * @param content what follows the 4-byte header, as long as the header says, or shorter if the
 *     answer was cut
 * @param cut whether the header promises more than there is
 */
public record VitalProductPage(int code, Bytes content, boolean cut) {
  private static final int HEADER = 4;

  /**
   * Reads a page.
   *
   * @param page the code of the page that was asked for
   */
  public static Decoded<VitalProductPage> decode(Bytes bytes, int page) {
    if (!bytes.has(0, HEADER)) {
      return Decoded.malformed(
          Decoded.Defect.OVERFLOW,
          String.format(
              "VPD page 0x%02x of %d bytes is shorter than its header", page, bytes.length()));
    }
    if (bytes.u8(1) != page) {
      return Decoded.malformed(
          Decoded.Defect.INVALID,
          String.format("VPD page 0x%02x wanted, the answer is 0x%02x", page, bytes.u8(1)));
    }
    int length = bytes.u16(2);
    return Decoded.of(
        new VitalProductPage(page, bytes.slice(HEADER, length), !bytes.has(HEADER, length)));
  }
}
