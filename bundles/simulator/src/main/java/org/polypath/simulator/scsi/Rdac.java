package org.polypath.simulator.scsi;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.device.Bytes;

/**
 * E-Series and its kin: page 0xC9 tells which controller owns the LUN and which it was made for;
 * the other one does no I/O.
 */
final class Rdac implements Personality {
  private static final int PAGE = 0xc9;
  private static final int LENGTH = 44;
  private static final int OWNER = 0x01;
  private static final int PREFERRED = 1;
  private static final int ALTERNATIVE = 2;
  private static final int TEST_UNIT_READY = 0x00;

  @Override
  public Set<Integer> pages() {
    return Set.of(PAGE);
  }

  @Override
  public Bytes page(int number, PortView view) {
    byte[] content = new byte[LENGTH];
    byte[] name = "vac1".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(name, 0, content, 0, name.length);
    content[4] = (byte) (view.isOwner() ? OWNER : 0);
    content[5] = (byte) (view.isHome() ? PREFERRED : ALTERNATIVE);
    return Bytes.of(content);
  }

  @Override
  public Optional<Sense> refusal(int operationCode, PortView view) {
    return view.isOwner() || operationCode == TEST_UNIT_READY
        ? Optional.empty()
        : Optional.of(Sense.OWNED_BY_THE_OTHER);
  }
}
