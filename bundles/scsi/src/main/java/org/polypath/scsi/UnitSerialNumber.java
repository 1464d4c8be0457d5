package org.polypath.scsi;

import org.polypath.api.device.Bytes;

/**
 * The logical unit's serial number: page 0x80 (SPC-4 7.8.17).
 *
 * @param text the number without blanks around it; empty if the device has none
 */
public record UnitSerialNumber(String text) {
  /** The page's own code. */
  public static final int PAGE = 0x80;

  /** Reads the page. */
  public static Decoded<UnitSerialNumber> decode(Bytes bytes) {
    return VitalProductPage.decode(bytes, PAGE)
        .flatMap(page -> Decoded.of(new UnitSerialNumber(Text.terminated(page.content()).strip())));
  }
}
