package org.polypath.vendor.netapp;

import org.polypath.api.device.Bytes;
import org.polypath.scsi.Decoded;

/**
 * Whether an ONTAP controller only passes I/O on to its partner, which holds the disk: the vendor's
 * page 0xC1.
 *
 * @param proxy whether this path goes by way of the partner
 */
record ProxyPage(boolean proxy) {
  /** The page's own code. */
  static final int PAGE = 0xc1;

  /** How much of the page is asked for, in bytes. */
  static final int LENGTH = 128;

  private static final int FLAGS = 19;
  private static final int PROXY = 0x02;

  /** Reads the page, with its header. */
  static Decoded<ProxyPage> decode(Bytes page) {
    if (page.u8(1) != PAGE || !page.has(FLAGS, 1)) {
      return Decoded.malformed(
          Decoded.Defect.INVALID,
          "VPD page 0xc1 of at least 20 bytes wanted, the answer has "
              + page.length()
              + String.format(" of page 0x%02x", page.u8(1)));
    }
    return Decoded.of(new ProxyPage((page.u8(FLAGS) & PROXY) != 0));
  }
}
