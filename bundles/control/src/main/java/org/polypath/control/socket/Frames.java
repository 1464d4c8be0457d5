package org.polypath.control.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Texts on a stream: a length of eight bytes in the host's order, then that many bytes, the last of
 * them NUL. Collects requests as they come; what is kept is never more than two of them.
 */
final class Frames {
  /** The longest request, with its NUL. */
  static final int MAX_REQUEST = 512;

  private final ByteBuffer received =
      ByteBuffer.allocate(2 * (Long.BYTES + MAX_REQUEST)).order(ByteOrder.nativeOrder());

  /** Where the next bytes go; full as long as whole requests wait in it. */
  ByteBuffer room() {
    return received;
  }

  /** Whether something of a request has come. */
  boolean isBegun() {
    return received.position() > 0;
  }

  /**
   * Takes a request out.
   *
   * @return its text up to its first NUL; empty if it is not there yet
   * @throws IOException if it is too long or has an impossible length
   */
  Optional<String> next() throws IOException {
    if (received.position() < Long.BYTES) {
      return Optional.empty();
    }
    long length = received.getLong(0);
    if (length < 1 || length > MAX_REQUEST) {
      throw new IOException("request of " + Long.toUnsignedString(length) + " bytes refused");
    }
    if (received.position() < Long.BYTES + length) {
      return Optional.empty();
    }
    byte[] text = new byte[(int) length];
    received.flip().position(Long.BYTES).get(text).compact();
    int end = 0;
    while (end < text.length && text[end] != 0) {
      end++;
    }
    return Optional.of(new String(text, 0, end, StandardCharsets.UTF_8));
  }
}
