package org.polypath.simulator.scsi;

import java.util.Optional;

/** HP StorageWorks before ALUA: one controller serves the LUN, the other waits for START UNIT. */
final class StorageWorks implements Personality {
  @Override
  public Optional<Sense> refusal(int operationCode, PortView view) {
    return view.isOwner() ? Optional.empty() : Optional.of(Sense.INITIALIZING_COMMAND_REQUIRED);
  }
}
