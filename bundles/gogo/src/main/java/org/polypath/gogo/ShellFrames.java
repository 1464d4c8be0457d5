package org.polypath.gogo;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lines and answers on the shell's socket, framed as on the command socket: a length of eight bytes
 * in the host's order, then the text, its last byte NUL and counted.
 */
final class ShellFrames {
  private static final int MAX_LINE = 64 << 10;

  private final SocketChannel channel;

  ShellFrames(SocketChannel channel) {
    this.channel = channel;
  }

  /** The next line; empty when the client has left. */
  Optional<String> receive() throws IOException {
    ByteBuffer head = buffer(Long.BYTES);
    if (channel.read(head) < 0) {
      return Optional.empty();
    }
    fill(head);
    long length = head.flip().getLong();
    if (length < 1 || length > MAX_LINE) {
      throw new IOException("line of " + Long.toUnsignedString(length) + " bytes refused");
    }
    ByteBuffer text = buffer((int) length);
    fill(text);
    text.flip().limit((int) length - 1);
    return Optional.of(StandardCharsets.UTF_8.decode(text).toString());
  }

  void send(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = buffer(Long.BYTES + bytes.length + 1);
    frame.putLong(bytes.length + 1L).put(bytes).put((byte) 0).flip();
    while (frame.hasRemaining()) {
      channel.write(frame);
    }
  }

  private void fill(ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("client left within a line");
      }
    }
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
  }
}
