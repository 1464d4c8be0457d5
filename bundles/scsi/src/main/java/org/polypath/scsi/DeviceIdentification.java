package org.polypath.scsi;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.polypath.api.device.Bytes;
import org.polypath.api.path.Wwid;

/**
 * What a logical unit and its port are called: page 0x83 (SPC-4 7.8.6).
 *
 * @param designators the designators in the order of the page
 * @param overflow whether the last designator's length points past the end of the page; it is left
 *     out
 */
public record DeviceIdentification(List<Designator> designators, boolean overflow) {
  /** The page's own code. */
  public static final int PAGE = 0x83;

  private static final int HEADER = 4;

  /** Copies the list. */
  public DeviceIdentification {
    designators = List.copyOf(designators);
  }

  /** Reads the page. Designators before one that is cut off are kept. */
  public static Decoded<DeviceIdentification> decode(Bytes bytes) {
    return VitalProductPage.decode(bytes, PAGE).flatMap(page -> Decoded.of(read(page.content())));
  }

  private static DeviceIdentification read(Bytes content) {
    List<Designator> designators = new ArrayList<>();
    int at = 0;
    while (content.has(at, HEADER)) {
      int length = content.u8(at + 3);
      if (!content.has(at + HEADER, length)) {
        return new DeviceIdentification(designators, true);
      }
      designators.add(designator(content, at, length));
      at += HEADER + length;
    }
    return new DeviceIdentification(designators, false);
  }

  private static Designator designator(Bytes content, int at, int length) {
    return new Designator(
        content.u8(at) & 0x0f,
        Designator.Association.of(content.u8(at + 1) >> 4),
        Designator.Type.of(content.u8(at + 1)),
        content.slice(at + HEADER, length));
  }

  /**
   * The logical unit's WWID: the text that the best of its designators gives, by the ranking of
   * multipath-tools.
   *
   * @return an error if no designator gives one: {@code OVERFLOW} if the page is cut, {@code
   *     INVALID} if one had a wrong length, else {@code NO_DATA}
   */
  public Decoded<Wwid> wwid() {
    return LogicalUnitName.best(this).flatMap(name -> Decoded.of(name.wwid()));
  }

  /** The target port group of the port that answered, 0 to 65535; empty if the page has none. */
  public OptionalInt targetPortGroup() {
    return number(Designator.Type.TARGET_PORT_GROUP);
  }

  /** The relative number of the port that answered, 0 to 65535; empty if the page has none. */
  public OptionalInt relativeTargetPort() {
    return number(Designator.Type.RELATIVE_TARGET_PORT);
  }

  private OptionalInt number(Designator.Type type) {
    return designators.stream()
        .filter(designator -> designator.type() == type)
        .filter(designator -> designator.identifier().length() == 4)
        .mapToInt(Designator::number)
        .findFirst();
  }
}
