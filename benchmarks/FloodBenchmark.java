import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long one client of a daemon waits while many others ask for much, all the time. Run by the
 * script {@code flood}; its words are the daemon's socket, its process, how many ask, and what.
 */
public final class FloodBenchmark {
  private static final long SECONDS = 8;
  private static final ThreadLocal<ByteBuffer> BUFFER =
      ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(1 << 16));

  private FloodBenchmark() {}

  public static void main(String[] words) throws IOException, InterruptedException {
    UnixDomainSocketAddress socket = UnixDomainSocketAddress.of(words[0]);
    Path status = Path.of("/proc", words[1], "status");
    int clients = Integer.parseInt(words[2]);
    String request = String.join(" ", Arrays.asList(words).subList(3, words.length));
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger answers = new AtomicInteger();
    AtomicInteger dropped = new AtomicInteger();
    List<Thread> flood = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      // no two lines alike for those that print a format: what one asks for is not ready from others
      String line = request.replace("#", Integer.toString(i));
      flood.add(new Thread(() -> flood(socket, line, over, answers, dropped), "flood-" + i));
    }
    long[] calm = ask(socket, 2);
    long before = residentKilobytes(status);
    flood.forEach(Thread::start);
    TimeUnit.SECONDS.sleep(1);
    long[] flooded = ask(socket, SECONDS);
    over.set(true);
    for (Thread thread : flood) {
      thread.join();
    }
    System.out.printf(
        Locale.ROOT,
        "%4d clients ask: %-32s %5.0f answers/s, %d dropped; another waits ms: alone %.1f, then median %.1f,"
            + " 99 %% %.1f, longest %.1f; daemon's memory MB: %d, then %d%n",
        clients,
        request,
        answers.get() / (SECONDS + 1.0),
        dropped.get(),
        at(calm, 0.5),
        at(flooded, 0.5),
        at(flooded, 0.99),
        at(flooded, 1),
        before / 1024,
        residentKilobytes(status) / 1024);
  }

  private static void flood(
      UnixDomainSocketAddress socket, String line, AtomicBoolean over, AtomicInteger answers, AtomicInteger dropped) {
    try (SocketChannel channel = connect(socket)) {
      while (!over.get()) {
        exchange(channel, line);
        answers.incrementAndGet();
      }
    } catch (IOException e) {
      // who asks for too much at once is dropped: that counts
      dropped.incrementAndGet();
    }
  }

  /** How long each of a polite client's requests took, with connecting, in ns and in order. */
  private static long[] ask(UnixDomainSocketAddress socket, long seconds)
      throws IOException, InterruptedException {
    List<Long> times = new ArrayList<>();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      long start = System.nanoTime();
      try (SocketChannel channel = connect(socket)) {
        exchange(channel, "show daemon");
      }
      times.add(System.nanoTime() - start);
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return times.stream().mapToLong(Long::longValue).sorted().toArray();
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
  }

  private static SocketChannel connect(UnixDomainSocketAddress socket) throws IOException {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(socket);
    return channel;
  }

  private static void exchange(SocketChannel channel, String line) throws IOException {
    byte[] text = (line + "\0").getBytes(StandardCharsets.UTF_8);
    ByteBuffer buffer = BUFFER.get().clear().order(ByteOrder.nativeOrder());
    buffer.putLong(text.length).put(text).flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    read(channel, buffer, Long.BYTES);
    long rest = buffer.getLong(0);
    while (rest > 0) {
      int count = (int) Math.min(rest, buffer.capacity());
      read(channel, buffer, count);
      rest -= count;
    }
  }

  private static void read(SocketChannel channel, ByteBuffer buffer, int count) throws IOException {
    buffer.clear().limit(count);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("the daemon closed");
      }
    }
  }

  private static long residentKilobytes(Path status) throws IOException {
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .sum();
  }
}
