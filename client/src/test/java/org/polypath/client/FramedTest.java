package org.polypath.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramedTest {
  private static final int GENEROUS_SECONDS = 60;

  @TempDir Path directory;

  private Path path;
  private ServerSocketChannel server;

  @BeforeEach
  void listen() throws IOException {
    path = directory.resolve("s");
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(path));
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  @Test
  void asksTheFirstAddressThatAnswers() throws IOException {
    try (Framed client = Framed.connect(List.of(directory.resolve("nobody"), path));
        SocketChannel peer = server.accept()) {
      reply(peer, length(3), "ok\0");
      assertThat(client.ask("show paths", GENEROUS_SECONDS)).isEqualTo("ok");
      byte[] request = Channels.newInputStream(peer).readNBytes(19);
      assertThat(ByteBuffer.wrap(request).order(ByteOrder.nativeOrder()).getLong()).isEqualTo(11);
      assertThat(new String(request, 8, 11, StandardCharsets.UTF_8)).isEqualTo("show paths\0");
    }
  }

  @Test
  void nobodyThereIsSaidWithTheAddresses() {
    Path nobody = directory.resolve("nobody");
    assertThatExceptionOfType(NoDaemonException.class)
        .isThrownBy(() -> Framed.connect(List.of(nobody)))
        .withMessageContaining(nobody.toString());
  }

  @Test
  void whoMayNotAskIsToldSo() {
    Map<Path, IOException> failures = new LinkedHashMap<>();
    failures.put(Path.of("/run/a"), new IOException("No such file or directory"));
    failures.put(Path.of("/run/b"), new IOException("Permission denied"));
    assertThat(Framed.unanswered(failures))
        .isNotInstanceOf(NoDaemonException.class)
        .hasMessage("permission denied: /run/b: run it as root");
  }

  @Test
  void aCommandThatIsTooLongIsToldAsThat() throws IOException {
    try (Framed client = Framed.connect(List.of(path))) {
      server.accept().close();
      assertThatIOException()
          .isThrownBy(() -> client.ask("x".repeat(600), GENEROUS_SECONDS))
          .withMessageStartingWith("the daemon does not take a command of 600 characters: ");
    }
  }

  @Test
  void anAnswerCutOffOrOfImpossibleLengthIsAFailure() throws IOException {
    try (Framed client = Framed.connect(List.of(path));
        SocketChannel peer = server.accept()) {
      reply(peer, length(100), "short");
      peer.shutdownOutput();
      assertThatIOException().isThrownBy(() -> client.ask("x", GENEROUS_SECONDS));
    }
    try (Framed client = Framed.connect(List.of(path));
        SocketChannel peer = server.accept()) {
      reply(peer, length(Long.MAX_VALUE), "");
      assertThatIOException()
          .isThrownBy(() -> client.ask("x", GENEROUS_SECONDS))
          .withMessageContaining("impossible length");
    }
  }

  @Test
  void aSilentDaemonIsNotWaitedForForever() throws IOException {
    try (Framed client = Framed.connect(List.of(path));
        SocketChannel peer = server.accept()) {
      assertThat(peer.isConnected()).isTrue();
      assertThatIOException()
          .isThrownBy(() -> client.ask("x", 0))
          .withMessageStartingWith("timeout");
    }
  }

  private static byte[] length(long length) {
    return ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder()).putLong(length).array();
  }

  private static void reply(SocketChannel peer, byte[] length, String text) throws IOException {
    peer.write(ByteBuffer.wrap(length));
    peer.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
