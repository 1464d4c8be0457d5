package org.polypath.client;

import static org.assertj.core.api.Assertions.assertThat;

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
  private static final ByteOrder NATIVE = ByteOrder.nativeOrder();

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
        converse(client);
      } catch (IOException e) {
        // the next client, if the test is not over
        assertThat(e).isNotNull();
      }
    }
  }

  private void converse(SocketChannel client) throws IOException {
    while (true) {
      int length = (int) ByteBuffer.wrap(read(client, Long.BYTES)).order(NATIVE).getLong();
      byte[] request = read(client, length);
      send(client, answer.apply(new String(request, 0, length - 1, StandardCharsets.UTF_8)));
    }
  }

  private static byte[] read(SocketChannel client, int count) throws IOException {
    byte[] bytes = new byte[count];
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      if (client.read(buffer) < 0) {
        throw new IOException("client left");
      }
    }
    return bytes;
  }

  private static void send(SocketChannel client, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(Long.BYTES + bytes.length + 1).order(NATIVE);
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
