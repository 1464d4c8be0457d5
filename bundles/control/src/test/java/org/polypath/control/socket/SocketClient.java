package org.polypath.control.socket;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A client that can also misbehave. */
final class SocketClient implements AutoCloseable {
  private final SocketChannel channel;

  SocketClient(Path path) throws IOException {
    channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(path));
  }

  String ask(String text) throws IOException {
    send(frame(text));
    return reply();
  }

  void send(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  /** The next reply without its NUL. */
  String reply() throws IOException {
    int length = (int) read(Long.BYTES).order(ByteOrder.nativeOrder()).getLong();
    return new String(read(length).array(), 0, length - 1, StandardCharsets.UTF_8);
  }

  ByteBuffer read(int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("after " + buffer.position() + " of " + count + " bytes");
      }
    }
    return buffer.flip();
  }

  /** Waits for the server to close; what it sends until then is thrown away. */
  boolean isClosedByServer() {
    try {
      ByteBuffer rest = ByteBuffer.allocate(1 << 16);
      while (channel.read(rest) >= 0) {
        rest.clear();
      }
      return true;
    } catch (IOException e) {
      return true;
    }
  }

  /** Whether the server has closed, found out by reading a little. */
  boolean drain() throws IOException {
    return channel.read(ByteBuffer.allocate(1 << 16)) < 0;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  static byte[] frame(String text) {
    return frame((text + "\0").getBytes(StandardCharsets.UTF_8));
  }

  static byte[] frame(byte[] text) {
    ByteBuffer frame = ByteBuffer.allocate(Long.BYTES + text.length);
    return frame.order(ByteOrder.nativeOrder()).putLong(text.length).put(text).array();
  }

  static byte[] length(long length) {
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(length).array();
  }
}
