package org.polypath.simulator.scsi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.polypath.api.device.Bytes;

/**
 * DataCore: the standard INQUIRY data name the storage server, which a scenario calls controller.
 */
final class DataCore implements Personality {
  private static final int SERVER = 112;
  private static final int LENGTH = 16;

  @Override
  public List<Field> identification(PortView view) {
    String name = (view.controller() + " ".repeat(LENGTH)).substring(0, LENGTH);
    return List.of(new Field(SERVER, Bytes.of(name.getBytes(StandardCharsets.US_ASCII))));
  }
}
