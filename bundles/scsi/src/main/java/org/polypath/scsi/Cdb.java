package org.polypath.scsi;

import org.polypath.api.device.Bytes;

/** Builds command descriptor blocks (SPC-4 clause 6, SBC-3 clause 5). */
public final class Cdb {
  private static final Bytes TEST_UNIT_READY = Bytes.of(0, 0, 0, 0, 0, 0);
  private static final int EXTENDED_HEADER = 0x20;

  private Cdb() {}

  /** TEST UNIT READY (SPC-4 6.47): transfers nothing. */
  public static Bytes testUnitReady() {
    return TEST_UNIT_READY;
  }

  /**
   * INQUIRY for the standard data (SPC-4 6.6).
   *
   * @param length allocation length in bytes, 0 to 65535
   */
  public static Bytes inquiry(int length) {
    return Bytes.of(0x12, 0, 0, length >> 8, length, 0);
  }

  /**
   * INQUIRY for a vital product data page (SPC-4 6.6, EVPD bit set).
   *
   * @param page the page's code, 0 to 255
   * @param length allocation length in bytes, 0 to 65535
   */
  public static Bytes vitalProductData(int page, int length) {
    return Bytes.of(0x12, 1, page, length >> 8, length, 0);
  }

  /**
   * READ(10) (SBC-3 5.11).
   *
   * @param block first logical block, as an unsigned 32-bit number
   * @param count how many logical blocks, 0 to 65535
   */
  public static Bytes read10(long block, int count) {
    return Bytes.of(
        0x28,
        0,
        (int) (block >> 24),
        (int) (block >> 16),
        (int) (block >> 8),
        (int) block,
        0,
        count >> 8,
        count,
        0);
  }

  /**
   * REPORT TARGET PORT GROUPS answering with the length-only header, which every target knows
   * (SPC-4 6.37).
   *
   * @param length allocation length in bytes, 0 or more
   */
  public static Bytes reportTargetPortGroups(int length) {
    return reportTargetPortGroups(0, length);
  }

  /**
   * REPORT TARGET PORT GROUPS answering with the extended header, which holds the implicit
   * transition time; older targets reject it as an illegal request (SPC-4 6.37).
   *
   * @param length allocation length in bytes, 0 or more
   */
  public static Bytes reportTargetPortGroupsExtended(int length) {
    return reportTargetPortGroups(EXTENDED_HEADER, length);
  }

  private static Bytes reportTargetPortGroups(int format, int length) {
    return Bytes.of(
        0xa3, 0x0a | format, 0, 0, 0, 0, length >> 24, length >> 16, length >> 8, length, 0, 0);
  }

  /**
   * MODE SENSE(10) without block descriptors (SPC-4 6.14). The page follows an 8-byte header.
   *
   * @param values which of the page's values
   * @param page the page's code, 0 to 63
   * @param length allocation length in bytes, 0 to 65535
   */
  public static Bytes modeSense10(PageControl values, int page, int length) {
    int control = values.bits | (page & 0x3f);
    return Bytes.of(0x5a, 8, control, 0, 0, 0, 0, length >> 8, length, 0);
  }

  /**
   * MODE SELECT(10) (SPC-4 6.12). Its parameter list goes to the device.
   *
   * @param pageFormat whether the list is said to be made of mode pages (PF bit); devices older
   *     than that bit take pages without it
   * @param savePages whether the device keeps the values over a power cycle
   * @param length length of the parameter list in bytes, 0 to 65535
   */
  public static Bytes modeSelect10(boolean pageFormat, boolean savePages, int length) {
    int flags = (pageFormat ? 0x10 : 0) | (savePages ? 1 : 0);
    return Bytes.of(0x55, flags, 0, 0, 0, 0, 0, length >> 8, length, 0);
  }

  /** Which values of a mode page are asked for (PC field, SPC-4 6.13). */
  public enum PageControl {
    /** The values in force. */
    CURRENT(0x00),
    /** A mask of what can be changed. */
    CHANGEABLE(0x40),
    /** The values the device was made with. */
    DEFAULT(0x80),
    /** The values the device keeps over a power cycle. */
    SAVED(0xc0);

    private final int bits;

    PageControl(int bits) {
      this.bits = bits;
    }
  }
}
