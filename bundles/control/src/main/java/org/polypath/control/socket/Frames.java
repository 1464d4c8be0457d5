package org.polypath.control.socket;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Texts on a stream: a length of eight bytes in the host's order, then that many bytes, the last of
 * them NUL.
 */
final class Frames {
  /** The longest request, with its NUL. */
  static final int MAX_REQUEST = 512;

  private static final int LENGTH_BYTES = Long.BYTES;

  private final Peer peer;
  private final byte[] chunk = new byte[LENGTH_BYTES + MAX_REQUEST];

  /** What came and was not yet taken. */
  private final ByteBuffer received =
      ByteBuffer.allocate(2 * chunk.length).order(ByteOrder.nativeOrder()).flip();

  Frames(Peer peer) {
    this.peer = peer;
  }

  /**
   * Waits for a request.
   *
   * @param idleMillis how long for its first byte
   * @param millis how long for the rest
   * @return the text up to its first NUL; empty if the client is gone
   * @throws IOException if it is too long or comes too slowly
   */
  Optional<String> receive(int idleMillis, int millis) throws IOException {
    if (!received.hasRemaining() && !fill(idleMillis)) {
      return Optional.empty();
    }
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    await(LENGTH_BYTES, deadline);
    long length = received.getLong();
    if (length < 1 || length > MAX_REQUEST) {
      throw new IOException("request of " + Long.toUnsignedString(length) + " bytes refused");
    }
    await((int) length, deadline);
    byte[] text = new byte[(int) length];
    received.get(text);
    int end = 0;
    while (end < text.length && text[end] != 0) {
      end++;
    }
    return Optional.of(new String(text, 0, end, StandardCharsets.UTF_8));
  }

  /** Sends a reply within a time. */
  void send(String text, int millis) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame =
        ByteBuffer.allocate(LENGTH_BYTES + bytes.length + 1).order(ByteOrder.nativeOrder());
    frame.putLong(bytes.length + 1L).put(bytes).put((byte) 0);
    peer.write(frame.array(), millis);
  }

  private void await(int count, long deadline) throws IOException {
    while (received.remaining() < count) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (!fill((int) Math.max(1, left))) {
        throw new EOFException("client left within a request");
      }
    }
  }

  /** Takes in what there is; never more than a chunk, so the buffer holds it. */
  private boolean fill(int millis) throws IOException {
    int count = peer.read(chunk, millis);
    if (count < 0) {
      return false;
    }
    received.compact().put(chunk, 0, count).flip();
    return true;
  }
}
