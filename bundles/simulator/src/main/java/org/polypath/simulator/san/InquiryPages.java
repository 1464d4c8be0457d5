package org.polypath.simulator.san;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** INQUIRY data of a LUN behind a port (SPC-4 6.6, 7.8). */
final class InquiryPages {
  private static final int STANDARD_LENGTH = 96;
  private static final int IMPLICIT = 1 << 4;
  private static final int NO_UNIT = 0x7f;

  private InquiryPages() {}

  static byte[] standard(LogicalUnit unit) {
    ByteBuffer data = ByteBuffer.allocate(STANDARD_LENGTH);
    data.put((byte) (unit.isMapped() ? 0 : NO_UNIT));
    data.put((byte) 0);
    data.put((byte) 6); // SPC-4
    data.put((byte) 0x12); // hierarchical LUNs, response data format 2
    data.put((byte) (STANDARD_LENGTH - 5));
    data.put((byte) (unit.array().isAsymmetric() ? IMPLICIT : 0));
    data.put((byte) 0x10); // several ports
    data.put((byte) 2); // command queueing
    data.put(text(unit.array().description().vendor(), 8));
    data.put(text(unit.array().description().product(), 16));
    data.put(text(unit.array().description().revision(), 4));
    return data.array();
  }

  /** A vital product data page; empty if there is no such page. */
  static Optional<byte[]> page(int number, LogicalUnit unit, TargetPort port) {
    return switch (number) {
      case 0x00 -> Optional.of(page(0x00, new byte[] {0x00, (byte) 0x80, (byte) 0x83}));
      case 0x80 -> Optional.of(page(0x80, unit.serial().getBytes(StandardCharsets.US_ASCII)));
      case 0x83 -> Optional.of(page(0x83, designators(unit, port)));
      default -> Optional.empty();
    };
  }

  private static byte[] page(int number, byte[] content) {
    return ByteBuffer.allocate(4 + content.length)
        .put((byte) 0)
        .put((byte) number)
        .putShort((short) content.length)
        .put(content)
        .array();
  }

  /** NAA of the LUN, relative target port, and target port group (SPC-4 7.8.6). */
  private static byte[] designators(LogicalUnit unit, TargetPort port) {
    ByteBuffer data = ByteBuffer.allocate(64);
    byte[] naa = HexFormat.of().parseHex(unit.naa());
    data.put(new byte[] {1, 3, 0, (byte) naa.length}).put(naa);
    data.put(new byte[] {1, 0x14, 0, 4}).putShort((short) 0).putShort((short) port.relative());
    if (unit.array().isAsymmetric()) {
      data.put(new byte[] {1, 0x15, 0, 4}).putShort((short) 0);
      data.putShort((short) port.group().number());
    }
    byte[] result = new byte[data.position()];
    data.flip().get(result);
    return result;
  }

  private static byte[] text(String text, int length) {
    return (text + " ".repeat(length)).substring(0, length).getBytes(StandardCharsets.US_ASCII);
  }
}
