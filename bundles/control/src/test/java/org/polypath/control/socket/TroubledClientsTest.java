package org.polypath.control.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.socket.Peer;

/** Trouble with one client, or with one command, stays with it. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class TroubledClientsTest {
  private static final Deadlines LONG = new Deadlines(60_000, 60_000, 60_000);
  private static final int MEBIBYTE = 1 << 20;
  private static final int LARGE = 8 * MEBIBYTE;

  @TempDir Path directory;

  private final List<SocketClient> clients = new ArrayList<>();
  private final ExecutorService workers = Executors.newFixedThreadPool(2);
  private final AtomicBoolean firstCame = new AtomicBoolean();
  private final CountDownLatch nameServiceAnswers = new CountDownLatch(1);
  private SocketService service;

  @AfterEach
  void close() throws IOException {
    nameServiceAnswers.countDown();
    for (SocketClient client : clients) {
      client.close();
    }
    service.close();
    workers.shutdownNow();
  }

  @Test
  void aNameServiceThatHangsHoldsNobodyUpAndTheClientIsAnybody() throws IOException {
    serve(first(HungPeer::new));
    SocketClient unknown = connect();
    unknown.send(SocketClient.frame("who am I"));

    assertThat(connect().ask("meanwhile")).isEqualTo("meanwhile: true");
    assertThat(unknown.reply()).isEqualTo("who am I: false");
    nameServiceAnswers.countDown();
    assertThat(unknown.ask("and now")).isEqualTo("and now: true");
  }

  @Test
  void anExceptionOfOneClientEndsThatOneOnly() throws IOException {
    serve(
        first(
            peer ->
                new WrappedSocket.WrappedPeer(peer) {
                  @Override
                  public int read(ByteBuffer target) {
                    throw new IllegalStateException("on purpose");
                  }
                }));
    SocketClient broken = connect();
    broken.send(SocketClient.frame("a"));

    assertThat(broken.isClosedByServer()).isTrue();
    assertThat(connect().ask("still there")).isEqualTo("still there: true");
  }

  @Test
  void aClientThatCannotBeAdmittedEndsThatOneOnly() throws IOException {
    serve(
        first(
            peer ->
                new WrappedSocket.WrappedPeer(peer) {
                  @Override
                  public void watch(boolean reading, boolean writing) {
                    throw new IllegalStateException("on purpose");
                  }
                }));

    assertThat(connect().isClosedByServer()).isTrue();
    assertThat(connect().ask("still there")).isEqualTo("still there: true");
  }

  @Test
  void aCommandThatBreaksIsAnswered() throws IOException {
    serve(UnaryOperator.identity());

    SocketClient client = connect();
    assertThat(client.ask("throw")).isEqualTo("fail\n");
    assertThat(client.ask("say nothing")).isEqualTo("fail\n");
    assertThat(client.ask("next")).isEqualTo("next: true");
  }

  @Test
  void aReplyLargerThanAllThatMayWaitIsDelivered() throws IOException {
    serve(UnaryOperator.identity());

    assertThat(connect().ask("large")).hasSize(LARGE);
  }

  private void serve(UnaryOperator<Peer> wrap) throws IOException {
    service =
        new SocketService(
            new WrappedSocket(
                PathSocket.listen(
                    directory.resolve("s"), PosixFilePermissions.fromString("rw-rw-rw-")),
                wrap),
            TroubledClientsTest::interpret,
            workers,
            new Privilege(Duration.ofMillis(500)),
            LONG,
            new Clients(4, MEBIBYTE));
    service.start();
  }

  private UnaryOperator<Peer> first(UnaryOperator<Peer> wrap) {
    return peer -> firstCame.getAndSet(true) ? peer : wrap.apply(peer);
  }

  private static CompletionStage<String> interpret(String line, boolean privileged) {
    return switch (line) {
      case "throw" -> throw new IllegalStateException("on purpose");
      case "say nothing" -> CompletableFuture.completedStage(null);
      case "large" -> CompletableFuture.completedStage("x".repeat(LARGE));
      default -> CompletableFuture.completedStage(line + ": " + privileged);
    };
  }

  private SocketClient connect() throws IOException {
    SocketClient client = new SocketClient(directory.resolve("s"));
    clients.add(client);
    return client;
  }

  /** Nobody knows who it is until the name service answers. */
  private final class HungPeer extends WrappedSocket.WrappedPeer {
    HungPeer(Peer peer) {
      super(peer);
    }

    @Override
    public boolean isUser(int userId) {
      try {
        nameServiceAnswers.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return super.isUser(userId);
    }
  }
}
