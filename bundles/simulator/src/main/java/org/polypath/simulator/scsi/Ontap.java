package org.polypath.simulator.scsi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.device.Bytes;

/**
 * ONTAP: a command of its own tells the kind of the port, page 0xC1 whether the controller passes
 * I/O on to its partner.
 */
final class Ontap implements Personality {
  private static final int PAGE = 0xc1;
  private static final int PAGE_LENGTH = 124;
  private static final int PROXY_FLAGS = 19 - 4;
  private static final int PROXY = 0x02;

  private static final Bytes ATTRIBUTE_COMMAND = Bytes.ofHex("c000010a980a");
  private static final int PORT_KIND = 0x41;
  private static final byte[] SIGNATURE = {0x0a, (byte) 0x98, 0x0a, 0x01};
  private static final String SOFTWARE_ISCSI = "iswt";

  @Override
  public Set<Integer> pages() {
    return Set.of(PAGE);
  }

  @Override
  public Bytes page(int number, PortView view) {
    byte[] content = new byte[PAGE_LENGTH];
    content[PROXY_FLAGS] = (byte) (view.isOwner() ? 0 : PROXY);
    return Bytes.of(content);
  }

  @Override
  public Optional<Bytes> command(Bytes block, PortView view) {
    boolean known =
        block.slice(0, ATTRIBUTE_COMMAND.length()).equals(ATTRIBUTE_COMMAND)
            && block.u8(6) == PORT_KIND;
    return known ? Optional.of(portKind(view.iscsi() ? SOFTWARE_ISCSI : "")) : Optional.empty();
  }

  /** A port without a kind answers the header alone. */
  private static Bytes portKind(String kind) {
    if (kind.isEmpty()) {
      return Bytes.of(ByteBuffer.allocate(8).putInt(8).put(SIGNATURE).array());
    }
    byte[] text = kind.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer answer = ByteBuffer.allocate(12 + text.length).putInt(12 + text.length);
    answer.put(SIGNATURE).put((byte) PORT_KIND).put((byte) 0).putShort((short) text.length);
    return Bytes.of(answer.put(text).array());
  }
}
