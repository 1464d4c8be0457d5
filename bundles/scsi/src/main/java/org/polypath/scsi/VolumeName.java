package org.polypath.scsi;

import org.polypath.api.device.Bytes;

/**
 * What an HPE 3PAR array calls a disk: page 0xC0, which is of that vendor's own. A four-byte length
 * stands at byte 40, the name behind it, where byte 4 tells a revision of the page above 3.
 *
 * @param text the name without blanks around it; may be empty
 */
public record VolumeName(String text) {
  /** The page's own code. */
  public static final int PAGE = 0xc0;

  private static final int REVISION = 4;
  private static final int FIRST_WITH_NAME = 4;
  private static final int LENGTH = 40;
  private static final int NAME = 44;

  /** Reads the page; where its bytes do not hold the whole name, it has none. */
  public static Decoded<VolumeName> decode(Bytes bytes) {
    return VitalProductPage.decode(bytes, PAGE)
        .flatMap(
            page ->
                bytes.has(0, NAME) && bytes.u8(REVISION) >= FIRST_WITH_NAME
                    ? named(bytes)
                    : Decoded.malformed(
                        Decoded.Defect.NO_DATA, "VPD page 0xc0 has no volume name"));
  }

  private static Decoded<VolumeName> named(Bytes bytes) {
    long length = bytes.u32(LENGTH);
    return length > bytes.length() - NAME
        ? Decoded.malformed(
            Decoded.Defect.OVERFLOW,
            "VPD page 0xc0: a volume name of " + length + " bytes is longer than the page")
        : Decoded.of(new VolumeName(Text.terminated(bytes.slice(NAME, (int) length)).strip()));
  }
}
