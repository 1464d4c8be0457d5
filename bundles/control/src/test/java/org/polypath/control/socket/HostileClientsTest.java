package org.polypath.control.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.platform.CommandInterpreter;

/**
 * Who sends nonsense, connects without end or never reads costs others nothing. The times measured
 * are printed, and not judged beyond what a very slow machine needs.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class HostileClientsTest {
  private static final int CONNECTIONS = 10_000;
  private static final int HELD_OPEN = 400;
  private static final int FUZZED = 2_000;
  private static final int REPLY_BYTES = 16 << 10;
  private static final long MEBIBYTE = 1 << 20;
  private static final CommandInterpreter INTERPRETER =
      (line, privileged) ->
          CompletableFuture.completedStage(
              line.equals("flood") ? "f".repeat(REPLY_BYTES) : line + "\n");

  @TempDir Path directory;

  private final ExecutorService workers = Executors.newFixedThreadPool(2);
  private final long seed = new Random().nextLong();
  private Path path;
  private SocketService service;

  @BeforeEach
  void serve() throws IOException {
    path = directory.resolve("s");
    service =
        new SocketService(
            PathSocket.listen(path, PosixFilePermissions.fromString("rw-rw-rw-")),
            INTERPRETER,
            workers);
    service.start();
  }

  @AfterEach
  void close() {
    service.close();
    workers.shutdownNow();
  }

  @Test
  void aFloodOfConnectionsKeepsNobodyOutAndFillsNoMemory() throws Exception {
    ask();
    long before = usedMemory();
    AtomicInteger connected = new AtomicInteger();
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Void> flood =
        CompletableFuture.runAsync(() -> flood(connected)).whenComplete((v, e) -> over.set(true));
    List<Long> micros = new ArrayList<>();
    while (!over.get()) {
      micros.add(ask());
      TimeUnit.MILLISECONDS.sleep(1);
    }
    flood.join();
    long after = usedMemory();
    micros.sort(Long::compare);
    System.out.printf(
        "flood: %d connections; others asked %d times, answered in ms: median %.1f, 99 %% %.1f,"
            + " longest %.1f; memory in MB: %d before, %d after%n",
        connected.get(),
        micros.size(),
        micros.get(micros.size() / 2) / 1e3,
        micros.get(micros.size() * 99 / 100) / 1e3,
        micros.get(micros.size() - 1) / 1e3,
        before / MEBIBYTE,
        after / MEBIBYTE);
    assertThat(connected).hasValue(CONNECTIONS);
    assertThat(after - before).isLessThan(64 * MEBIBYTE);
  }

  @Test
  void nonsenseHarmsNobody() throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < FUZZED; i++) {
      try (SocketClient client = new SocketClient(path)) {
        sendNonsense(client, random);
      }
    }
    try (SocketClient client = new SocketClient(path)) {
      assertThat(client.ask("still there")).as("seed %d", seed).isEqualTo("still there\n");
    }
  }

  /** Connects as fast as it can, says all kinds of things, and reads nothing. */
  private void flood(AtomicInteger connected) {
    Random random = new Random(seed);
    Deque<SocketClient> held = new ArrayDeque<>();
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        SocketClient client = new SocketClient(path);
        connected.incrementAndGet();
        held.add(client);
        sendNonsense(client, random);
        if (held.size() > HELD_OPEN) {
          held.remove().close();
        }
      }
      for (SocketClient client : held) {
        client.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void sendNonsense(SocketClient client, Random random) {
    try {
      switch (random.nextInt(6)) {
        case 0 -> client.send(bytes(random, 1 + random.nextInt(600)));
        case 1 -> client.send(new byte[] {32, 0, 0});
        case 2 -> client.send(SocketClient.length(random.nextLong()));
        case 3 -> client.send(SocketClient.frame(bytes(random, 1 + random.nextInt(512))));
        case 4 -> client.send(SocketClient.frame("flood"));
        default -> {
          byte[] frame = SocketClient.frame("show paths");
          client.send(Arrays.copyOf(frame, 1 + random.nextInt(frame.length)));
        }
      }
    } catch (IOException e) {
      // dropped by the server meanwhile, as it may be
      assertThat(e).isNotNull();
    }
  }

  private static byte[] bytes(Random random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** How long a polite client waits, with connecting, in microseconds. */
  private long ask() throws IOException {
    long start = System.nanoTime();
    try (SocketClient client = new SocketClient(path)) {
      assertThat(client.ask("show daemon")).as("seed %d", seed).isEqualTo("show daemon\n");
    }
    return TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - start);
  }

  private static long usedMemory() throws InterruptedException {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(20);
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
