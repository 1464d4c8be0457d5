package org.polypath.vendor.netapp;

import java.util.Optional;
import org.polypath.api.device.Bytes;
import org.polypath.scsi.Decoded;

/**
 * What a controller of an RDAC array says of its access to a volume: the vendor's page 0xC9,
 * "volume access control".
 *
 * @param connected whether there is a volume behind this path at all
 * @param identified whether the page says itself that it is the one that was asked for
 * @param owner whether this controller owns the volume
 * @param sharing whether both controllers take I/O for it, whoever owns it ("I/O shipping")
 * @param preference which controller the volume was made for
 * @param obstacle why this controller does not serve the volume now, in words; empty if nothing is
 *     in the way, or the array does not tell
 */
record VolumeAccessControl(
    boolean connected,
    boolean identified,
    boolean owner,
    boolean sharing,
    Preference preference,
    Optional<String> obstacle) {
  /** The page's own code. */
  static final int PAGE = 0xc9;

  /** How much of the page is asked for, in bytes. */
  static final int LENGTH = 48;

  private static final int SHORTEST = 13;
  private static final int CONTENT_LENGTH = LENGTH - 4;
  private static final String IDENTIFIER = "vac";

  private static final int OWNER = 0x01;
  private static final int TARGET_PORT_GROUP_VALID = 0x10;
  private static final int SHARING = 0x20;
  private static final int UNAVAILABLE = 0x3;
  private static final int TRANSITIONING = 0xf;

  /** Which controller a volume was made for. */
  enum Preference {
    /** This one. */
    PREFERRED,
    /** The other one. */
    ALTERNATIVE,
    /** The page does not say. */
    UNKNOWN;

    private static Preference of(int code) {
      return switch (code & 0x0f) {
        case 1 -> PREFERRED;
        case 2 -> ALTERNATIVE;
        default -> UNKNOWN;
      };
    }
  }

  /** Reads the page, with its header. */
  static Decoded<VolumeAccessControl> decode(Bytes page) {
    if (page.length() < SHORTEST) {
      return Decoded.malformed(
          Decoded.Defect.OVERFLOW, page.length() + " bytes, at least " + SHORTEST + " wanted");
    }
    int flags = page.u8(8);
    return Decoded.of(
        new VolumeAccessControl(
            (page.u8(0) & 0x7f) == 0,
            isIdentified(page),
            (flags & OWNER) != 0,
            (flags & SHARING) != 0,
            Preference.of(page.u8(9)),
            (flags & TARGET_PORT_GROUP_VALID) != 0 ? obstacle(page) : Optional.empty()));
  }

  private static boolean isIdentified(Bytes page) {
    return page.u8(1) == PAGE
        && page.u8(3) == CONTENT_LENGTH
        && page.slice(4, IDENTIFIER.length()).text().equals(IDENTIFIER);
  }

  private static Optional<String> obstacle(Bytes page) {
    int state = page.u8(10) & 0x0f;
    if (state == UNAVAILABLE) {
      return Optional.of(reason(page.u8(11)));
    }
    boolean starting = state == TRANSITIONING && (page.u8(12) & 0x0f) != TRANSITIONING;
    return starting ? Optional.of("controller in startup sequence") : Optional.empty();
  }

  private static String reason(int code) {
    return switch (code) {
      case 2 -> "controller does not respond";
      case 3 -> "controller held in reset";
      case 4, 5 -> "controller firmware is being downloaded";
      case 6 -> "controller quiesced";
      case 7 -> "controller in service mode";
      default -> "controller unavailable";
    };
  }
}
