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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.platform.CommandInterpreter;
import org.polypath.api.socket.LocalSockets;
import org.polypath.api.socket.Peer;
import org.polypath.api.socket.ServedSocket;

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
    FakeLocalSockets sockets = new FakeLocalSockets(Map.of());
    server.bindLocalSockets(sockets);
    assertThat(ready).hasValue(1);
    assertThat(sockets.names).containsExactly("/name");
    try (SocketClient client = new SocketClient(path)) {
      assertThat(client.ask("hello")).isEqualTo("hello\n");
    }
    server.bindLocalSockets(sockets);
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

  @Test
  void inheritedSocketsTakeThePlaceOfTheAddressesTheyAreBoundTo() {
    Path path = directory.resolve("s");
    ControlServer server = serve(List.of(path.toString(), "@/name"), List.of(3, 4));
    assertThat(ready).as("who takes sockets over is awaited").hasValue(0);
    assertThat(path).doesNotExist();
    FakeLocalSockets sockets = new FakeLocalSockets(Map.of(3, path.toString(), 4, "@/name"));
    server.bindLocalSockets(sockets);
    assertThat(ready).hasValue(1);
    assertThat(sockets.names).isEmpty();
    assertThat(path).doesNotExist();
    assertThat(exits).isEmpty();
  }

  @Test
  void whatIsNotInheritedIsOpenedAsUsual() throws IOException {
    Path path = directory.resolve("s");
    ControlServer server = serve(List.of(path.toString(), "@/name"), List.of(3));
    FakeLocalSockets sockets = new FakeLocalSockets(Map.of(3, "@/name"));
    server.bindLocalSockets(sockets);
    assertThat(ready).hasValue(1);
    try (SocketClient client = new SocketClient(path)) {
      assertThat(client.ask("hello")).isEqualTo("hello\n");
    }
  }

  @Test
  void anInheritedDescriptorThatIsNoSocketEndsTheProcess() {
    ControlServer server = serve(List.of(), List.of(3));
    server.bindLocalSockets(new FakeLocalSockets(Map.of()));
    assertThat(exits).containsExactly(1);
  }

  private ControlServer serve(List<String> addresses) {
    return serve(addresses, List.of());
  }

  private ControlServer serve(List<String> addresses, List<Integer> inherited) {
    ControlServer server =
        new ControlServer(
            addresses, inherited, true, INTERPRETER, exits::add, () -> ready.incrementAndGet());
    server.open();
    server.settle();
    servers.add(server);
    return server;
  }

  /** Makes sockets to which nobody comes. */
  private static final class FakeLocalSockets implements LocalSockets {
    private final List<String> names = new ArrayList<>();
    private final Map<Integer, String> inherited;

    FakeLocalSockets(Map<Integer, String> inherited) {
      this.inherited = inherited;
    }

    @Override
    public ServedSocket listen(String name) {
      names.add(name);
      return new QuietSocket("@" + name);
    }

    @Override
    public ServedSocket adopt(int descriptor) throws IOException {
      if (!inherited.containsKey(descriptor)) {
        throw new IOException("no socket: " + descriptor);
      }
      return new QuietSocket(inherited.get(descriptor));
    }
  }

  private record QuietSocket(String address, BlockingQueue<String> alarms) implements ServedSocket {
    QuietSocket(String address) {
      this(address, new LinkedBlockingQueue<>());
    }

    @Override
    public List<Peer> await(boolean accepting, int millis) throws IOException {
      try {
        if ("closed".equals(alarms.take())) {
          throw new IOException("closed");
        }
        return List.of();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }

    @Override
    public Optional<Peer> accept() {
      return Optional.empty();
    }

    @Override
    public void wakeUp() {
      alarms.add("woken");
    }

    @Override
    public void close() {
      alarms.add("closed");
    }
  }
}
