package org.polypath.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.polypath.api.socket.Peer;
import org.polypath.api.socket.ServedSocket;
import org.polypath.linux.socket.LinuxLocalSockets;

class AbstractSocketTest {
  private static final int LONG = 60_000;

  private final String name = "/org/polypath/test/" + UUID.randomUUID();

  @Test
  void bytesGoBothWays() throws IOException {
    try (ServedSocket server = new LinuxLocalSockets().listen(name)) {
      assertThat(AbstractSocket.isThere(name)).isTrue();
      try (AbstractSocket client = AbstractSocket.connect(name)) {
        server.await(true, LONG);
        Peer peer = server.accept().orElseThrow();
        assertThat(client.write(ByteBuffer.wrap(new byte[] {1, 2, 3}))).isEqualTo(3);
        peer.watch(true, false);
        server.await(false, LONG);
        ByteBuffer received = ByteBuffer.allocate(3);
        assertThat(peer.read(received)).isEqualTo(3);
        peer.write(ByteBuffer.wrap(new byte[] {4}));
        ByteBuffer reply = ByteBuffer.allocate(8);
        assertThat(client.read(reply)).isEqualTo(1);
        peer.close();
        assertThat(client.read(reply)).isEqualTo(-1);
      }
    }
  }

  @Test
  void closingEndsTheWaitingForAnAnswer() throws Exception {
    try (ServedSocket server = new LinuxLocalSockets().listen(name)) {
      AbstractSocket client = AbstractSocket.connect(name);
      assertThat(server.await(true, LONG)).isEmpty();
      CompletableFuture<Boolean> waiting =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return client.read(ByteBuffer.allocate(1)) < 0;
                } catch (ClosedChannelException e) {
                  return true;
                } catch (IOException e) {
                  return false;
                }
              });
      TimeUnit.MILLISECONDS.sleep(50);
      client.close();
      assertThat(waiting.orTimeout(60, TimeUnit.SECONDS).join()).isTrue();
    }
  }

  @Test
  void whereNobodyListensIsSaid() {
    assertThat(AbstractSocket.isThere(name)).isFalse();
    assertThatIOException()
        .isThrownBy(() -> AbstractSocket.connect(name))
        .withMessageStartingWith("cannot connect to @" + name);
  }
}
