package org.polypath.vendor.netapp;

import java.util.Optional;
import org.polypath.api.device.Bytes;
import org.polypath.scsi.Decoded;

/**
 * What an ONTAP controller says of the kind of port that answers: the answer to the vendor's
 * command 0xC0, sub-command 0x0A 0x98 0x0A, which reads an attribute.
 *
 * @param portKind the port's kind as text; empty for a port that has none, as those of FC
 */
record ControllerAttribute(Optional<String> portKind) {
  /** Longest answer in bytes. */
  static final int LENGTH = 128;

  private static final int PORT_KIND = 0x41;
  private static final Bytes COMMAND =
      Bytes.of(0xc0, 0, 1, 0x0a, 0x98, 0x0a, PORT_KIND, LENGTH, 0, 0);

  private static final int SIGNATURE_OFFSET = 4;
  private static final Bytes SIGNATURE = Bytes.of(0x0a, 0x98, 0x0a, 0x01);
  private static final int HEADER = 8;
  private static final int TEXT = 12;

  /** The command that asks for it. */
  static Bytes command() {
    return COMMAND;
  }

  /** Reads the answer; an error if it is not signed as one. */
  static Decoded<ControllerAttribute> decode(Bytes answer) {
    if (!answer.slice(SIGNATURE_OFFSET, SIGNATURE.length()).equals(SIGNATURE)) {
      return Decoded.malformed(
          Decoded.Defect.INVALID, "the answer is not signed 0a980a01 at byte 4");
    }
    boolean told = answer.u32(0) > HEADER && answer.u8(HEADER) == PORT_KIND;
    return Decoded.of(
        new ControllerAttribute(
            told ? Optional.of(answer.slice(TEXT, LENGTH - TEXT).text()) : Optional.empty()));
  }

  /** Whether the port is one of iSCSI that software of the controller serves. */
  boolean isSoftwareIscsi() {
    return startsWith("ism_sw") || startsWith("iswt");
  }

  /** Whether the port is one of iSCSI that an adapter of the controller serves. */
  boolean isHardwareIscsi() {
    return startsWith("ism_sn");
  }

  private boolean startsWith(String prefix) {
    return portKind.isPresent() && portKind.get().startsWith(prefix);
  }
}
