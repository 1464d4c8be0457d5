package org.polypath.control.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.socket.Peer;

/** Who asks for much, or often, gets his share and no more. The test is the threads that answer. */
@Timeout(120)
class GreedyClientsTest {
  private static final Duration GENEROUS = Duration.ofSeconds(60);
  private static final Deadlines LONG = new Deadlines(60_000, 60_000, 60_000);
  private static final int GREEDY = 20;
  private static final int REQUESTS_AT_ONCE = 5;
  private static final int MEBIBYTE = 1 << 20;
  private static final int MOST_AT_ONCE = 64 << 10;

  /** One text for all: as the interpreter gives it to many who ask for the same. */
  private static final String LARGE = "x".repeat(8 * MEBIBYTE);

  @TempDir Path directory;

  private final List<SocketClient> clients = new ArrayList<>();
  private final Queue<Runnable> requests = new ConcurrentLinkedQueue<>();
  private final List<String> answered = new ArrayList<>();
  private final AtomicInteger largestPart = new AtomicInteger();
  private SocketService service;

  @BeforeEach
  void serve() throws IOException {
    service =
        new SocketService(
            new WrappedSocket(
                PathSocket.listen(
                    directory.resolve("s"), PosixFilePermissions.fromString("rw-rw-rw-")),
                MeasuredPeer::new),
            this::interpret,
            requests::add,
            new Privilege(),
            LONG,
            new Clients(2 * GREEDY, 2 * LARGE.length()));
    service.start();
  }

  @AfterEach
  void close() throws IOException {
    for (SocketClient client : clients) {
      client.close();
    }
    service.close();
  }

  @Test
  void beforeAnybodyIsAnsweredEachOtherIsAnsweredOnceAtMost() throws IOException {
    for (int i = 0; i < GREEDY; i++) {
      SocketClient greedy = connect();
      for (int request = 0; request < REQUESTS_AT_ONCE; request++) {
        greedy.send(SocketClient.frame("again"));
      }
    }
    await().atMost(GENEROUS).until(() -> requests.size() == GREEDY);

    SocketClient polite = connect();
    polite.send(SocketClient.frame("please"));
    await().atMost(GENEROUS).until(() -> requests.size() == GREEDY + 1);
    while (!answered.contains("please")) {
      requests.remove().run();
    }

    assertThat(polite.reply()).isEqualTo("please\n");
    assertThat(answered).hasSizeLessThanOrEqualTo(GREEDY + 1);
  }

  @Test
  void aLargeReplyIsSentInPartsBetweenWhichOthersAreSentTheirs() throws IOException {
    SocketClient greedy = connect();
    greedy.send(SocketClient.frame("large"));
    answerNext();
    SocketClient polite = connect();
    polite.send(SocketClient.frame("please"));
    answerNext();

    assertThat(polite.reply()).as("while a large reply is on its way").isEqualTo("please\n");
    assertThat(greedy.reply()).isEqualTo(LARGE);
    assertThat(largestPart).hasValue(MOST_AT_ONCE);
  }

  @Test
  void aReplyThatManyTakeFillsTheMemoryOnce() throws IOException {
    for (int i = 0; i < GREEDY; i++) {
      connect().send(SocketClient.frame("large"));
      answerNext();
    }
    for (SocketClient client : clients) {
      assertThat(client.reply()).hasSize(LARGE.length());
    }
  }

  private void answerNext() {
    await().atMost(GENEROUS).until(() -> !requests.isEmpty());
    requests.remove().run();
  }

  private CompletionStage<String> interpret(String line, boolean privileged) {
    answered.add(line);
    return CompletableFuture.completedStage(line.equals("large") ? LARGE : line + "\n");
  }

  private SocketClient connect() throws IOException {
    SocketClient client = new SocketClient(directory.resolve("s"));
    clients.add(client);
    return client;
  }

  private final class MeasuredPeer extends WrappedSocket.WrappedPeer {
    MeasuredPeer(Peer peer) {
      super(peer);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      largestPart.accumulateAndGet(source.remaining(), Math::max);
      return super.write(source);
    }
  }
}
