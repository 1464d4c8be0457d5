package org.polypath.vendor.dellemc;

import org.polypath.api.device.Bytes;

/** Builds page 0xC0 as an array answers it, and with single bytes changed. */
record ReportPage(Bytes bytes) {
  private static final int UNIT_STATE = 4;
  private static final Bytes NAME = Bytes.ofHex("60060160a0b1c2d3e4f5060708090a0b");

  /** A path that is in order, of a unit in a state; it is owned by its default owner. */
  static ReportPage inState(int unitState) {
    byte[] page = new byte[128];
    System.arraycopy(NAME.toArray(), 0, page, 10, NAME.length());
    return new ReportPage(Bytes.of(page))
        .with(1, 0xc0)
        .with(3, 0x7c)
        .with(UNIT_STATE, unitState)
        .with(5, 1)
        .with(8, 1)
        .with(27, 0x03)
        .with(28, 0x04)
        .with(30, 0x04);
  }

  /** The page with one byte changed. */
  ReportPage with(int offset, int value) {
    byte[] changed = bytes.toArray();
    changed[offset] = (byte) value;
    return new ReportPage(Bytes.of(changed));
  }
}
