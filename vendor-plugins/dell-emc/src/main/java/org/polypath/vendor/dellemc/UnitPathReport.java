package org.polypath.vendor.dellemc;

import org.polypath.api.device.Bytes;
import org.polypath.scsi.Decoded;

/**
 * What a storage processor of a CLARiiON or VNX says of a path: the vendor's page 0xC0, "unit path
 * report".
 *
 * @param configured whether the array knows this host as one that fails over between storage
 *     processors: initiator type 3, failover mode 4 or 6, array commpath on
 * @param normal whether the path is available for normal operation, and not, for instance, while
 *     the array's software is being upgraded
 * @param unitState byte 4, 0 to 255: 0 unbound (also for LUNZ, which is no disk), 1 bound, 2 owned
 *     by this storage processor; other values are not described
 * @param preferred whether the storage processor that owns the unit now is its default owner
 * @param worldWideName the unit's name, 16 bytes
 */
record UnitPathReport(
    boolean configured, boolean normal, int unitState, boolean preferred, Bytes worldWideName) {
  /** The page's own code. */
  static final int PAGE = 0xc0;

  /** How much of the page is asked for, in bytes. */
  static final int LENGTH = 128;

  private static final int UNBOUND = 0;
  private static final int OWNED = 2;

  private static final int SHORTEST = 49;
  private static final int FORMAT = 9;
  private static final int NAME = 10;
  private static final int NAME_LENGTH = 16;

  /** Reads the page, with its header; an error if it is not the one of the known format. */
  static Decoded<UnitPathReport> decode(Bytes page) {
    if (page.length() < SHORTEST || page.u8(1) != PAGE || page.u8(FORMAT) != 0) {
      return Decoded.malformed(
          Decoded.Defect.INVALID,
          String.format(
              "unit report page in unknown format: %d bytes, page 0x%02x, format 0x%02x",
              page.length(), page.u8(1), page.u8(FORMAT)));
    }
    return Decoded.of(
        new UnitPathReport(
            isConfigured(page),
            page.u8(48) == 0,
            page.u8(4),
            page.u8(5) == page.u8(8),
            page.slice(NAME, NAME_LENGTH)));
  }

  private static boolean isConfigured(Bytes page) {
    int failoverMode = page.u8(28) & 0x07;
    boolean commpath = (page.u8(30) & 0x04) != 0;
    return page.u8(27) == 0x03 && (failoverMode == 4 || failoverMode == 6) && commpath;
  }

  /** Whether there is no disk behind the path. */
  boolean isUnbound() {
    return unitState == UNBOUND;
  }

  /** Whether this storage processor serves the unit: I/O on this path is for it. */
  boolean isActive() {
    return unitState == OWNED;
  }
}
