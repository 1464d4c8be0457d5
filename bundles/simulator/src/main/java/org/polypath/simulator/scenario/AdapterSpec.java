package org.polypath.simulator.scenario;

import java.util.List;
import org.polypath.api.path.Transport;

/**
 * A host adapter of a scenario.
 *
 * @param name its name, {@code host} and the host number
 * @param host its number in SCSI addresses
 * @param transport Fibre Channel or iSCSI
 * @param sees the ports it sees, as {@code ARRAY:PORT}, in the order of their target numbers
 */
public record AdapterSpec(String name, int host, Transport transport, List<String> sees) {
  /** Copies the list. */
  public AdapterSpec {
    sees = List.copyOf(sees);
  }
}
