package org.polypath.simulator.scsi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.polypath.api.device.Bytes;

/**
 * Hitachi's modular arrays: the standard INQUIRY data hold the disk's number and the controller. A
 * disk of even number belongs to the first controller, one of odd number to the second.
 */
final class HitachiModular implements Personality {
  private static final int DISK = 44;
  private static final int CONTROLLER = 49;

  @Override
  public List<Field> identification(PortView view) {
    String disk = String.format("%04X", view.number() * 2 + view.index(view.home()) % 2);
    return List.of(
        field(DISK, disk), field(CONTROLLER, Integer.toString(view.index(view.controller()) % 10)));
  }

  private static Field field(int offset, String text) {
    return new Field(offset, Bytes.of(text.getBytes(StandardCharsets.US_ASCII)));
  }
}
