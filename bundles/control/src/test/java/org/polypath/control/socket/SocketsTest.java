package org.polypath.control.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.platform.CommandInterpreter;

/** Clients, polite and not, on a real socket. */
class SocketsTest {
  private static final Deadlines SHORT = new Deadlines(200, 60_000, 200);
  private static final Duration GENEROUS = Duration.ofSeconds(30);
  private static final int MEBIBYTE = 1 << 20;

  @TempDir Path directory;

  private final CompletableFuture<String> never = new CompletableFuture<>();
  private final List<SocketClient> clients = new ArrayList<>();
  private final List<SocketService> services = new ArrayList<>();
  private final ExecutorService workers = Executors.newFixedThreadPool(2);
  private Path path;
  private SocketService service;

  @BeforeEach
  void serve() throws IOException {
    path = directory.resolve("s");
    service = serve(SHORT, new Clients(4, 8 * MEBIBYTE));
  }

  private SocketService serve(Deadlines deadlines, Clients places) throws IOException {
    services.forEach(SocketService::close);
    SocketService serving =
        new SocketService(
            PathSocket.listen(path, PosixFilePermissions.fromString("rw-rw-rw-")),
            new Echo(),
            workers,
            new Privilege(),
            deadlines,
            places);
    services.add(serving);
    serving.start();
    return serving;
  }

  @AfterEach
  void close() throws IOException {
    for (SocketClient client : clients) {
      client.close();
    }
    services.forEach(SocketService::close);
    workers.shutdownNow();
  }

  @Test
  void aRequestIsAnsweredInAFrame() throws IOException {
    SocketClient client = connect();
    client.send(SocketClient.frame("show paths"));
    assertThat(client.read(8).order(ByteOrder.nativeOrder()).getLong()).isEqualTo(17);
    assertThat(client.read(17).array())
        .isEqualTo("show paths: true\0".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aConnectionServesManyRequestsAlsoTwoAtOnce() throws IOException {
    SocketClient client = connect();
    assertThat(client.ask("a")).isEqualTo("a: true");
    client.send(SocketClient.frame("b"));
    client.send(SocketClient.frame("c"));
    assertThat(client.reply()).isEqualTo("b: true");
    assertThat(client.reply()).isEqualTo("c: true");
  }

  @Test
  void aFrameMayComeInPiecesAndItsTextWithoutANul() throws IOException {
    SocketClient client = connect();
    for (byte b : SocketClient.frame("pieces")) {
      client.send(new byte[] {b});
    }
    assertThat(client.reply()).isEqualTo("pieces: true");
    client.send(SocketClient.frame("no nul".getBytes(StandardCharsets.UTF_8)));
    assertThat(client.reply()).isEqualTo("no nul: true");
  }

  @Test
  void theLongestRequestIsTakenAndALongerOneDropsTheClient() throws IOException {
    SocketClient client = connect();
    String longest = "x".repeat(Frames.MAX_REQUEST - 1);
    assertThat(client.ask(longest)).isEqualTo(longest + ": true");
    client.send(SocketClient.frame(longest + "x"));
    assertThat(client.isClosedByServer()).isTrue();
  }

  @Test
  void impossibleLengthsDropTheClient() throws IOException {
    for (long length : new long[] {0, -1, Long.MAX_VALUE}) {
      SocketClient client = connect();
      client.send(SocketClient.length(length));
      assertThat(client.isClosedByServer()).as("length %d", length).isTrue();
    }
  }

  @Test
  void aHalfSentFrameIsNotWaitedForForever() throws IOException {
    SocketClient client = connect();
    client.send(new byte[] {10, 0, 0});
    assertThat(client.isClosedByServer()).isTrue();
  }

  @Test
  void aClientThatNeverReadsIsDroppedAndHoldsNobodyUp() throws IOException {
    SocketClient lazy = connect();
    lazy.send(SocketClient.frame("flood"));
    assertThat(connect().ask("meanwhile")).isEqualTo("meanwhile: true");
    await().atMost(GENEROUS).untilAsserted(() -> assertThat(lazy.drain()).isTrue());
  }

  @Test
  void aCommandThatHangsHoldsNobodyUp() throws IOException {
    SocketClient waiting = connect();
    waiting.send(SocketClient.frame("hang"));
    assertThat(connect().ask("meanwhile")).isEqualTo("meanwhile: true");
    never.complete("done");
    assertThat(waiting.reply()).isEqualTo("done");
  }

  @Test
  void whenAllPlacesAreTakenTheLongestSilentMakesRoom() throws IOException {
    SocketClient first = connect();
    assertThat(first.ask("here")).isEqualTo("here: true");
    for (int i = 0; i < 20; i++) {
      assertThat(connect().ask("request " + i)).isEqualTo("request " + i + ": true");
    }
    assertThat(first.isClosedByServer()).isTrue();
  }

  @Test
  void whoHoardsRepliesHasToLeaveBeforeTheMemoryIsFull() throws IOException {
    serve(new Deadlines(60_000, 60_000, 60_000), new Clients(50, 8 * MEBIBYTE));
    List<SocketClient> lazy = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      SocketClient client = connect();
      client.send(SocketClient.frame("flood"));
      lazy.add(client);
    }
    await().atMost(GENEROUS).until(() -> lazy.stream().anyMatch(SocketsTest::isDropped));
    assertThat(connect().ask("meanwhile")).isEqualTo("meanwhile: true");
  }

  /** Whether the server has closed; reads only what is there, so that the rest stays unread. */
  private static boolean isDropped(SocketClient client) {
    try {
      client.send(SocketClient.frame("x"));
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  @Test
  void anAnswerThatDoesNotComeIsATimeoutAndTheLateOneIsThrownAway() throws IOException {
    serve(new Deadlines(60_000, 1_000, 60_000), new Clients(4, MEBIBYTE));
    SocketClient client = connect();
    assertThat(client.ask("hang")).isEqualTo("fail\ntimeout\n");
    never.complete("too late");
    assertThat(client.ask("next")).isEqualTo("next: true");
  }

  @Test
  void aClientThatLeavesWithoutWaitingHarmsNobody() throws IOException {
    for (int i = 0; i < 200; i++) {
      try (SocketClient client = new SocketClient(path)) {
        client.send(SocketClient.frame("show paths"));
      }
    }
    assertThat(connect().ask("still there")).isEqualTo("still there: true");
  }

  @Test
  void repliesUnderWayGoOutWhenTheServerStops() throws IOException {
    SocketClient client = connect();
    client.send(SocketClient.frame("hang"));
    SocketClient idle = connect();
    assertThat(idle.ask("a")).isEqualTo("a: true");
    await().atMost(GENEROUS).until(() -> never.getNumberOfDependents() > 0);
    CompletableFuture<Void> stopped = CompletableFuture.runAsync(service::close);
    never.complete("last words");
    assertThat(client.reply()).isEqualTo("last words");
    assertThat(idle.isClosedByServer()).isTrue();
    stopped.join();
  }

  @Test
  void anybodyMayConnectAndTheFileGoesWithTheSocket() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-rw-rw-");
    service.close();
    assertThat(path).doesNotExist();
  }

  private SocketClient connect() throws IOException {
    SocketClient client = new SocketClient(path);
    clients.add(client);
    return client;
  }

  private final class Echo implements CommandInterpreter {
    @Override
    public CompletionStage<String> interpret(String line, boolean privileged) {
      return switch (line) {
        case "hang" -> never.thenApply(text -> text);
        case "flood" -> CompletableFuture.completedStage("f".repeat(4 << 20));
        default -> CompletableFuture.completedStage(line + ": " + privileged);
      };
    }
  }
}
