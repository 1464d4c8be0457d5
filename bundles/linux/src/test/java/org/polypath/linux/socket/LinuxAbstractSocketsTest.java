package org.polypath.linux.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.socket.AbstractSockets;
import org.polypath.linux.kernel.CLibrary;
import org.polypath.linux.kernel.Descriptor;
import org.polypath.linux.kernel.LibC;
import org.polypath.linux.kernel.SystemCallException;

class LinuxAbstractSocketsTest {
  /** What only a client calls. */
  public interface Connecting extends Library {
    /** In the C library. */
    Connecting LIBRARY = Native.load(null, Connecting.class);

    /** {@code connect(2)}. */
    int connect(int descriptor, Pointer address, int length);
  }

  private static final int LONG = 60_000;

  private final CLibrary library = new CLibrary();
  private final AbstractSockets sockets = new LinuxAbstractSockets(library);
  private final String name = "/org/polypath/test/" + UUID.randomUUID();
  private final List<AutoCloseable> toClose = new ArrayList<>();
  private AbstractSockets.Listener listener;

  @BeforeEach
  void listen() throws IOException {
    listener = sockets.listen(name);
    toClose.add(listener);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable open : toClose) {
      open.close();
    }
  }

  /** The other end, as any program would make it. */
  private AbstractSockets.Peer connect() {
    LibC functions = library.functions();
    try (Memory address = LinuxAbstractSockets.address(name.getBytes(StandardCharsets.UTF_8))) {
      int client = library.checked("socket", () -> functions.socket(1, 1, 0));
      library.checked(
          "connect", () -> Connecting.LIBRARY.connect(client, address, (int) address.size()));
      AbstractPeer peer = new AbstractPeer(library, new Descriptor(client, functions::close), 0);
      toClose.add(peer);
      return peer;
    } catch (SystemCallException e) {
      throw new IllegalStateException(e);
    }
  }

  private AbstractSockets.Peer accept() throws IOException {
    AbstractSockets.Peer peer = listener.accept();
    toClose.add(peer);
    return peer;
  }

  private static byte[] read(AbstractSockets.Peer peer, int count) throws IOException {
    byte[] all = new byte[count];
    for (int done = 0; done < count; ) {
      byte[] some = new byte[count - done];
      int read = peer.read(some, LONG);
      assertThat(read).isPositive();
      System.arraycopy(some, 0, all, done, read);
      done += read;
    }
    return all;
  }

  @Test
  void bytesGoBothWays() throws IOException {
    AbstractSockets.Peer client = connect();
    AbstractSockets.Peer server = accept();

    client.write(new byte[] {1, 2, 3}, LONG);
    assertThat(read(server, 3)).containsExactly(1, 2, 3);
    server.write(new byte[] {4, 5}, LONG);
    assertThat(read(client, 2)).containsExactly(4, 5);
  }

  @Test
  void theClientsUserIsKnown() throws IOException {
    connect();

    Object ownUser = Files.getAttribute(Path.of("/proc/self"), "unix:uid");

    assertThat(accept().userId()).isEqualTo(ownUser);
  }

  @Test
  void aClientThatLeavesIsTheEnd() throws IOException {
    AbstractSockets.Peer client = connect();
    AbstractSockets.Peer server = accept();

    client.close();

    assertThat(server.read(new byte[8], LONG)).isEqualTo(-1);
    assertThatThrownBy(() -> server.write(new byte[8], LONG)).isInstanceOf(IOException.class);
  }

  @Test
  void aClientThatSaysNothingIsNotWaitedForLonger() throws IOException {
    connect();
    AbstractSockets.Peer server = accept();

    assertThatThrownBy(() -> server.read(new byte[8], 10))
        .isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void aClientThatDoesNotReadIsNotWaitedForLonger() throws IOException {
    connect();
    AbstractSockets.Peer server = accept();
    byte[] more = new byte[64 * 1024 * 1024];

    assertThatThrownBy(() -> server.write(more, 50)).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void muchDataArrivesWhole() throws IOException {
    AbstractSockets.Peer client = connect();
    AbstractSockets.Peer server = accept();
    byte[] much = new byte[3 * 1024 * 1024];
    for (int i = 0; i < much.length; i++) {
      much[i] = (byte) ((i * 31) >> 3);
    }

    CompletableFuture<Void> writing =
        CompletableFuture.runAsync(
            () -> {
              try {
                server.write(much, LONG);
              } catch (IOException e) {
                throw new CompletionException(e);
              }
            });

    assertThat(read(client, much.length)).isEqualTo(much);
    writing.orTimeout(60, TimeUnit.SECONDS).join();
  }

  @Test
  void closingWakesWhoWaitsForAClient() {
    CompletableFuture<String> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return "accepted " + accept();
              } catch (IOException e) {
                return e.getMessage();
              }
            });

    listener.close();

    assertThat(waiting.orTimeout(60, TimeUnit.SECONDS).join())
        .isEqualTo("abstract socket @" + name + ": closed");
  }

  @Test
  void closingWakesWhoWaitsForAClientsWords() throws IOException {
    connect();
    AbstractSockets.Peer server = accept();
    CompletableFuture<Integer> waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return server.read(new byte[8], LONG);
              } catch (IOException e) {
                return -1;
              }
            });

    server.close();

    assertThat(waiting.orTimeout(60, TimeUnit.SECONDS).join()).isEqualTo(-1);
    assertThatThrownBy(() -> server.read(new byte[8], LONG))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("closed");
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
    listener.close();

    toClose.add(sockets.listen(name));
  }

  @Test
  void namesThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> sockets.listen("")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> sockets.listen("x".repeat(108)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("108 bytes");
  }
}
