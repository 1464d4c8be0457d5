package org.polypath.linux.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Memory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.socket.Peer;
import org.polypath.api.socket.ServedSocket;
import org.polypath.linux.kernel.CLibrary;
import org.polypath.linux.kernel.LibC;
import org.polypath.linux.kernel.SystemCallException;

class LinuxLocalSocketsTest {
  private static final int LONG = 60_000;

  private final CLibrary library = new CLibrary();
  private final LinuxLocalSockets sockets = new LinuxLocalSockets(library);
  private final String name = "/org/polypath/test/" + UUID.randomUUID();
  private final List<AutoCloseable> toClose = new ArrayList<>();
  private ServedSocket socket;

  @BeforeEach
  void listen() throws IOException {
    socket = sockets.listen(name);
    toClose.add(socket);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable open : toClose) {
      open.close();
    }
  }

  private LocalClient connect() throws SystemCallException {
    LocalClient client = new LocalClient(library, name);
    toClose.add(client);
    return client;
  }

  private Peer accept() throws IOException {
    socket.await(true, LONG);
    return socket.accept().orElseThrow();
  }

  private byte[] read(Peer peer, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count);
    peer.watch(true, false);
    while (buffer.hasRemaining()) {
      assertThat(socket.await(false, LONG)).containsExactly(peer);
      assertThat(peer.read(buffer)).isPositive();
    }
    return buffer.array();
  }

  @Test
  void bytesGoBothWays() throws Exception {
    LocalClient client = connect();
    Peer server = accept();
    client.send(new byte[] {1, 2, 3});
    assertThat(read(server, 3)).containsExactly(1, 2, 3);
    assertThat(server.write(ByteBuffer.wrap(new byte[] {4, 5}))).isEqualTo(2);
    assertThat(client.receive(2)).containsExactly(4, 5);
  }

  @Test
  void nothingBlocksWhenThereIsNothingToDo() throws Exception {
    assertThat(socket.accept()).isEmpty();
    connect();
    Peer server = accept();
    server.watch(true, false);
    assertThat(socket.await(true, 0)).isEmpty();
    assertThat(server.read(ByteBuffer.allocate(8))).isZero();
  }

  @Test
  void whoIsNotToBeAcceptedEndsNoWaiting() throws Exception {
    Peer first = acceptOneOf(connect());
    connect();
    first.watch(false, true);
    assertThat(socket.await(false, LONG)).containsExactly(first);
    assertThat(socket.accept()).isPresent();
  }

  private Peer acceptOneOf(LocalClient client) throws IOException {
    assertThat(client).isNotNull();
    return accept();
  }

  @Test
  void theClientsUserIsKnown() throws Exception {
    connect();
    int ownUser = (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    Peer peer = accept();
    assertThat(peer.isUser(ownUser)).isTrue();
    assertThat(peer.isUser(ownUser + 1)).isFalse();
  }

  @Test
  void aClientThatLeavesIsTheEnd() throws Exception {
    LocalClient client = connect();
    Peer server = accept();
    client.close();
    toClose.remove(client);
    server.watch(true, false);
    assertThat(socket.await(false, LONG)).containsExactly(server);
    assertThat(server.read(ByteBuffer.allocate(8))).isEqualTo(-1);
    assertThatThrownBy(() -> server.write(ByteBuffer.allocate(8))).isInstanceOf(IOException.class);
  }

  @Test
  void whoIsNotWatchedEndsNoWaitingByLeaving() throws Exception {
    LocalClient client = connect();
    Peer server = accept();
    client.close();
    toClose.remove(client);
    server.watch(false, false);
    assertThat(socket.await(true, 20)).isEmpty();
  }

  @Test
  void muchDataArrivesWhole() throws Exception {
    LocalClient client = connect();
    Peer server = accept();
    byte[] much = new byte[3 * 1024 * 1024];
    for (int i = 0; i < much.length; i++) {
      much[i] = (byte) ((i * 31) >> 3);
    }
    CompletableFuture<byte[]> received =
        CompletableFuture.supplyAsync(() -> client.receive(much.length));
    ByteBuffer source = ByteBuffer.wrap(much);
    server.watch(false, true);
    while (source.hasRemaining()) {
      socket.await(false, LONG);
      server.write(source);
    }
    assertThat(received.orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo(much);
  }

  @Test
  void manyClientsAreWaitedForAtOnce() throws Exception {
    List<Peer> peers = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      connect().send(new byte[] {(byte) i});
      peers.add(accept());
    }
    peers.forEach(peer -> peer.watch(true, false));
    assertThat(socket.await(false, LONG)).containsExactlyInAnyOrderElementsOf(peers);
    peers.remove(7).close();
    assertThat(socket.await(false, LONG)).containsExactlyInAnyOrderElementsOf(peers);
  }

  @Test
  void whoWaitsIsWoken() throws Exception {
    CompletableFuture<List<Peer>> waiting = waiting();
    socket.wakeUp();
    assertThat(waiting.orTimeout(60, TimeUnit.SECONDS).join()).isEmpty();
    socket.wakeUp();
    assertThat(socket.await(true, LONG)).isEmpty();
    assertThat(socket.await(true, 0)).as("woken once").isEmpty();
  }

  @Test
  void closingWakesWhoWaits() throws Exception {
    CompletableFuture<List<Peer>> waiting = waiting();
    socket.close();
    assertThat(waiting.handle((peers, failure) -> true).orTimeout(60, TimeUnit.SECONDS).join())
        .isTrue();
    assertThatThrownBy(() -> socket.await(true, LONG))
        .isInstanceOf(IOException.class)
        .hasMessage("socket @" + name + ": closed");
  }

  private CompletableFuture<List<Peer>> waiting() {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return socket.await(true, LONG);
          } catch (IOException e) {
            return List.of();
          }
        });
  }

  @Test
  void aNameInUseIsRefusedWithAdvice() {
    assertThatThrownBy(() -> sockets.listen(name))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("@" + name)
        .hasMessageContaining("another process listens there");
  }

  @Test
  void aNameIsFreeAgainAfterClosing() throws IOException {
    socket.close();
    toClose.add(sockets.listen(name));
  }

  @Test
  void namesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> sockets.listen("")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> sockets.listen("x".repeat(108)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("108 bytes");
  }

  @Test
  void anInheritedSocketIsTakenOver() throws Exception {
    socket.close();
    LibC functions = library.functions();
    int descriptor = library.checked("socket", () -> functions.socket(1, 1, 0));
    try (Memory address = SocketAddress.ofAbstract(name.getBytes(StandardCharsets.UTF_8))) {
      library.checked("bind", () -> functions.bind(descriptor, address, (int) address.size()));
    }
    assertThatThrownBy(() -> sockets.adopt(descriptor))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no listening socket");
    library.checked("listen", () -> functions.listen(descriptor, 8));
    socket = sockets.adopt(descriptor);
    toClose.add(socket);
    assertThat(socket.address()).isEqualTo("@" + name);
    assertThat(socket.accept()).as("it does not block").isEqualTo(Optional.empty());
    connect().send(new byte[] {9});
    assertThat(read(accept(), 1)).containsExactly(9);
  }

  @Test
  void whatIsNoLocalSocketIsNotTakenOver() {
    assertThatThrownBy(() -> sockets.adopt(999))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("inherited descriptor 999");
  }
}
