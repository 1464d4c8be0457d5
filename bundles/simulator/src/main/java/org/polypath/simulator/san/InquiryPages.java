package org.polypath.simulator.san;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.polypath.api.device.Bytes;
import org.polypath.simulator.scsi.Personality;

/** INQUIRY data of a LUN behind a port (SPC-4 6.6, 7.8). */
final class InquiryPages {
  private static final int STANDARD_LENGTH = 96;
  private static final int IMPLICIT = 1 << 4;
  private static final int NO_UNIT = 0x7f;

  private InquiryPages() {}

  static byte[] standard(LogicalUnit unit, List<Personality.Field> fields) {
    int length =
        fields.stream()
            .mapToInt(field -> field.offset() + field.content().length())
            .reduce(STANDARD_LENGTH, Math::max);
    ByteBuffer data = ByteBuffer.allocate(length);
    data.put((byte) (unit.isMapped() ? 0 : NO_UNIT));
    data.put((byte) 0);
    data.put((byte) 6); // SPC-4
    data.put((byte) 0x12); // hierarchical LUNs, response data format 2
    data.put((byte) (length - 5));
    data.put((byte) (unit.array().isAsymmetric() ? IMPLICIT : 0));
    data.put((byte) 0x10); // several ports
    data.put((byte) 2); // command queueing
    data.put(text(unit.array().description().vendor(), 8));
    data.put(text(unit.array().description().product(), 16));
    data.put(text(unit.array().description().revision(), 4));
    fields.forEach(field -> data.position(field.offset()).put(field.content().toArray()));
    return data.array();
  }

  /**
   * A vital product data page of the standard; empty if there is no such page.
   *
   * @param others the numbers of the pages that are not of the standard
   */
  static Optional<byte[]> page(int number, LogicalUnit unit, TargetPort port, Set<Integer> others) {
    return switch (number) {
      case 0x00 -> Optional.of(page(0x00, numbers(others)));
      case 0x80 -> Optional.of(page(0x80, unit.serial().getBytes(StandardCharsets.US_ASCII)));
      case 0x83 -> Optional.of(page(0x83, designators(unit, port)));
      default -> Optional.empty();
    };
  }

  private static byte[] numbers(Set<Integer> others) {
    Set<Integer> numbers = new TreeSet<>(others);
    numbers.addAll(List.of(0x00, 0x80, 0x83));
    return Bytes.of(numbers.stream().mapToInt(Integer::intValue).toArray()).toArray();
  }

  /** A page with its header. */
  static byte[] page(int number, byte[] content) {
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
