package org.polypath.simulator.scsi;

import java.util.Optional;
import java.util.Set;
import org.polypath.api.device.Bytes;

/**
 * CLARiiON and its heirs: page 0xC0 tells whether the storage processor serves the LUN; the other
 * one does no I/O. The host is registered for failover (initiator type 3, mode 4, commpath on).
 */
final class Clariion implements Personality {
  private static final int PAGE = 0xc0;
  private static final int LENGTH = 128;
  private static final int HEADER = 4;
  private static final int UNBOUND = 0;
  private static final int BOUND = 1;
  private static final int OWNED = 2;
  private static final int TEST_UNIT_READY = 0x00;

  @Override
  public Set<Integer> pages() {
    return Set.of(PAGE);
  }

  @Override
  public Bytes page(int number, PortView view) {
    byte[] page = new byte[LENGTH];
    page[4] = (byte) (!view.mapped() ? UNBOUND : view.isOwner() ? OWNED : BOUND);
    page[5] = (byte) view.index(view.home());
    page[8] = (byte) view.index(view.owner());
    System.arraycopy(Bytes.ofHex(view.naa()).toArray(), 0, page, 10, 16);
    page[27] = 0x03;
    page[28] = 0x04;
    page[30] = 0x04;
    return Bytes.of(page).slice(HEADER, LENGTH);
  }

  @Override
  public Optional<Sense> refusal(int operationCode, PortView view) {
    return view.isOwner() || operationCode == TEST_UNIT_READY
        ? Optional.empty()
        : Optional.of(Sense.MANUAL_INTERVENTION_REQUIRED);
  }
}
