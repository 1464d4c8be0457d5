package org.polypath.control.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.platform.CommandInterpreter;
import org.polypath.api.socket.AbstractSockets;

class ControlServerTest {
  private static final CommandInterpreter INTERPRETER =
      (line, privileged) -> CompletableFuture.completedStage(line + "\n");

  @TempDir Path directory;

  private final List<Integer> exits = new ArrayList<>();
  private final AtomicInteger ready = new AtomicInteger();
  private final List<ControlServer> servers = new ArrayList<>();

  @AfterEach
  void close() {
    servers.forEach(ControlServer::close);
  }

  @Test
  void tellsItsStarterWhenAllAddressesListen() throws IOException {
    Path path = directory.resolve("s");
    ControlServer server = serve(List.of(path.toString(), "@/name"));
    assertThat(ready).hasValue(0);
    FakeAbstractSockets sockets = new FakeAbstractSockets();
    server.bindAbstractSockets(sockets);
    assertThat(ready).hasValue(1);
    assertThat(sockets.names).containsExactly("/name");
    try (SocketClient client = new SocketClient(path)) {
      assertThat(client.ask("hello")).isEqualTo("hello\n");
    }
    server.bindAbstractSockets(sockets);
    assertThat(ready).hasValue(1);
  }

  @Test
  void aDaemonWithoutSocketsIsReadyAtOnce() {
    serve(List.of());
    assertThat(ready).hasValue(1);
  }

  @Test
  void anAddressInUseEndsTheProcessAndStaysTheOthers() throws IOException {
    Path path = directory.resolve("s");
    serve(List.of(path.toString()));
    ControlServer second = serve(List.of(path.toString()));
    assertThat(exits).containsExactly(1);
    assertThat(ready).hasValue(1);
    second.close();
    try (SocketClient client = new SocketClient(path)) {
      assertThat(client.ask("still there")).isEqualTo("still there\n");
    }
  }

  @Test
  void theSocketOfADeadDaemonIsReplaced() throws IOException {
    Path path = directory.resolve("s");
    ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    dead.bind(UnixDomainSocketAddress.of(path));
    dead.close();
    assertThat(path).exists();
    serve(List.of(path.toString()));
    assertThat(exits).isEmpty();
    try (SocketClient client = new SocketClient(path)) {
      assertThat(client.ask("new")).isEqualTo("new\n");
    }
  }

  @Test
  void aFileThatIsNoSocketIsLeftAlone() throws IOException {
    Path path = Files.writeString(directory.resolve("s"), "precious");
    serve(List.of(path.toString()));
    assertThat(exits).containsExactly(1);
    assertThat(path).hasContent("precious");
  }

  @Test
  void atTheEndOnlyItsOwnSocketIsRemoved() throws IOException {
    Path path = directory.resolve("s");
    ControlServer server = serve(List.of(path.toString()));
    Files.delete(path);
    Files.writeString(path, "somebody else's");
    server.close();
    assertThat(path).hasContent("somebody else's");
  }

  private ControlServer serve(List<String> addresses) {
    ControlServer server =
        new ControlServer(addresses, true, INTERPRETER, exits::add, () -> ready.incrementAndGet());
    server.open();
    server.settle();
    servers.add(server);
    return server;
  }

  /** Listens on nothing, and says so as the real one does. */
  private static final class FakeAbstractSockets implements AbstractSockets {
    private final List<String> names = new ArrayList<>();
    private final BlockingQueue<String> closed = new LinkedBlockingQueue<>();

    @Override
    public Listener listen(String name) {
      names.add(name);
      return new Listener() {
        @Override
        public Peer accept() throws IOException {
          try {
            throw new IOException(closed.take());
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        }

        @Override
        public void close() {
          closed.add("closed");
        }
      };
    }
  }
}
