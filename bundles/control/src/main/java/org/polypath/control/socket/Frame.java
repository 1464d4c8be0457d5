package org.polypath.control.socket;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A text as it is sent; see {@link Frames}. Never changes, so that many clients can be sent it. */
final class Frame {
  /** Nothing to send. */
  static final Frame NONE = new Frame(new byte[0]);

  private final byte[] bytes;

  private Frame(byte[] bytes) {
    this.bytes = bytes;
  }

  static Frame of(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    return new Frame(
        ByteBuffer.allocate(Long.BYTES + encoded.length + 1)
            .order(ByteOrder.nativeOrder())
            .putLong(encoded.length + 1L)
            .put(encoded)
            .put((byte) 0)
            .array());
  }

  /** How long it is, in bytes. */
  int length() {
    return bytes.length;
  }

  /** Some of it, not to be changed: from a byte on, so many bytes at most. */
  ByteBuffer part(int from, int most) {
    return ByteBuffer.wrap(bytes, from, Math.min(most, bytes.length - from));
  }
}
