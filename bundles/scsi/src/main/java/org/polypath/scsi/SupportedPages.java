package org.polypath.scsi;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.polypath.api.device.Bytes;

/**
 * The vital product data pages a device has: page 0x00 (SPC-4 7.8.15).
 *
 * @param codes their codes, 0 to 255, in ascending order
 */
public record SupportedPages(Set<Integer> codes) {
  /** The page's own code. */
  public static final int PAGE = 0x00;

  /** Copies the codes. */
  public SupportedPages {
    codes = Collections.unmodifiableSet(new TreeSet<>(codes));
  }

  /** Reads the page. */
  public static Decoded<SupportedPages> decode(Bytes bytes) {
    return VitalProductPage.decode(bytes, PAGE)
        .flatMap(page -> Decoded.of(new SupportedPages(codes(page.content()))));
  }

  private static Set<Integer> codes(Bytes content) {
    Set<Integer> codes = new TreeSet<>();
    for (int i = 0; i < content.length(); i++) {
      codes.add(content.u8(i));
    }
    return codes;
  }

  /** Whether the device has a page. */
  public boolean has(int page) {
    return codes.contains(page);
  }
}
