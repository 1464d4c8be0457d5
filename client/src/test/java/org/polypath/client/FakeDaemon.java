package org.polypath.client;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Answers requests on a socket as a daemon does, one client after the other. */
final class FakeDaemon implements AutoCloseable {
  private final ServerSocketChannel server;
  private final UnaryOperator<String> answer;

  FakeDaemon(Path path, UnaryOperator<String> answer) throws IOException {
    this.answer = answer;
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(path));
    Thread thread = new Thread(this::run, "fake-daemon");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    while (server.isOpen()) {
      try (SocketChannel client = server.accept()) {
        while (true) {
          int length = (int) read(client, Long.BYTES).getLong();
          ByteBuffer request = read(client, length);
          String text = new String(request.array(), 0, length - 1, StandardCharsets.UTF_8);
          send(client, answer.apply(text));
        }
      } catch (IOException e) {
        // the client left, or the test is over
        continue;
      }
    }
  }

  private static ByteBuffer read(SocketChannel client, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.nativeOrder());
    while (buffer.hasRemaining()) {
      if (client.read(buffer) < 0) {
        throw new IOException("client left");
      }
    }
    return buffer.flip();
  }

  private static void send(SocketChannel client, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame =
        ByteBuffer.allocate(Long.BYTES + bytes.length + 1).order(ByteOrder.nativeOrder());
    frame.putLong(bytes.length + 1L).put(bytes).put((byte) 0).flip();
    while (frame.hasRemaining()) {
      client.write(frame);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
