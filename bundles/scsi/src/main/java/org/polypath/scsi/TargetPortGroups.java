package org.polypath.scsi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.polypath.api.device.Bytes;

/**
 * The answer to REPORT TARGET PORT GROUPS (SPC-4 6.37), with either header.
 *
 * @param groups the groups in the order of the answer; ports that are cut off are left out
 * @param implicitTransitionTime longest time in seconds of an implicit transition, 1 to 255; 0 if
 *     the answer does not say
 * @param totalLength how long the whole answer is in bytes; more than was asked for if it is cut
 */
public record TargetPortGroups(
    List<TargetPortGroup> groups, int implicitTransitionTime, long totalLength) {
  private static final int LENGTH_FIELD = 4;
  private static final int EXTENDED_HEADER = 8;
  private static final int DESCRIPTOR = 8;
  private static final int PORT = 4;

  /** Copies the groups. */
  public TargetPortGroups {
    groups = List.copyOf(groups);
  }

  /** Reads an answer; it says itself which header it has. */
  public static Decoded<TargetPortGroups> decode(Bytes bytes) {
    if (!bytes.has(0, LENGTH_FIELD)) {
      return Decoded.malformed(
          Decoded.Defect.OVERFLOW,
          "target port groups of " + bytes.length() + " bytes, at least 4 wanted");
    }
    long totalLength = bytes.u32(0) + LENGTH_FIELD;
    Bytes answer = bytes.slice(0, (int) Math.min(totalLength, bytes.length()));
    boolean extended = (answer.u8(4) & 0x70) == 0x10;
    return Decoded.of(
        new TargetPortGroups(
            groups(answer, extended ? EXTENDED_HEADER : LENGTH_FIELD),
            extended ? answer.u8(5) : 0,
            totalLength));
  }

  private static List<TargetPortGroup> groups(Bytes answer, int start) {
    List<TargetPortGroup> groups = new ArrayList<>();
    int at = start;
    while (answer.has(at, DESCRIPTOR)) {
      int portCount = answer.u8(at + 7);
      groups.add(group(answer.slice(at, DESCRIPTOR + PORT * portCount)));
      at += DESCRIPTOR + PORT * portCount;
    }
    return groups;
  }

  private static TargetPortGroup group(Bytes descriptor) {
    return new TargetPortGroup(
        descriptor.u16(2),
        AccessState.of(descriptor.u8(0)),
        (descriptor.u8(0) & 0x80) != 0,
        descriptor.u8(1),
        descriptor.u8(5),
        IntStream.iterate(DESCRIPTOR, at -> descriptor.has(at, PORT), at -> at + PORT)
            .mapToObj(at -> descriptor.u16(at + 2))
            .toList());
  }

  /** The group with a number. */
  public Optional<TargetPortGroup> group(int number) {
    return groups.stream().filter(group -> group.number() == number).findFirst();
  }
}
