package org.polypath.launcher;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Writes log lines on a thread of its own: whoever logs never waits for whoever reads. That one may
 * stand still just when all paths of the system's disk are lost, and wait for those who log to
 * bring them back. It loses lines then, and is told how many once it reads again.
 */
final class LogWriter {
  /** Enough for the events of a large outage; some megabytes at most. */
  private static final int MOST_WAITING = 10_000;

  /** Longer than any reader needs that reads at all. */
  private static final Duration LAST_LINES = Duration.ofSeconds(2);

  private final int mostWaiting;
  private final Consumer<String> out;
  private final LongFunction<String> loss;
  private final Deque<String> waiting = new ArrayDeque<>();
  private boolean writing;
  private long lost;

  private LogWriter(int mostWaiting, Consumer<String> out, LongFunction<String> loss) {
    this.mostWaiting = mostWaiting;
    this.out = out;
    this.loss = loss;
  }

  /**
   * Starts the thread; it ends with the process.
   *
   * @param out writes a line; may block
   * @param loss the line that says how many lines were lost
   */
  static LogWriter start(Consumer<String> out, LongFunction<String> loss) {
    return start(MOST_WAITING, out, loss);
  }

  static LogWriter start(int mostWaiting, Consumer<String> out, LongFunction<String> loss) {
    LogWriter writer = new LogWriter(mostWaiting, out, loss);
    Thread thread = new Thread(writer::write, "log");
    thread.setDaemon(true);
    thread.start();
    return writer;
  }

  /**
   * Has a line written, after those before it. Any thread; returns at once. Where too many wait it
   * is lost, and so are others until half of those are written: rather one long gap than many.
   */
  synchronized void line(String text) {
    if (waiting.size() >= (lost == 0 ? mostWaiting : mostWaiting / 2)) {
      lost++;
    } else {
      lossSoFar().ifPresent(waiting::add);
      waiting.add(text);
      notifyAll();
    }
  }

  /** Waits until all is written, for two seconds at most. */
  synchronized void flush() {
    long end = System.nanoTime() + LAST_LINES.toNanos();
    try {
      for (long left = LAST_LINES.toMillis(); isBusy() && left > 0; left = millisTo(end)) {
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isBusy() {
    return writing || lost > 0 || !waiting.isEmpty();
  }

  private static long millisTo(long nanoTime) {
    return TimeUnit.NANOSECONDS.toMillis(nanoTime - System.nanoTime());
  }

  private void write() {
    try {
      while (true) {
        out.accept(next());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized String next() throws InterruptedException {
    writing = false;
    notifyAll();
    while (!isBusy()) {
      wait();
    }
    writing = true;
    return waiting.isEmpty() ? lossSoFar().orElseThrow() : waiting.remove();
  }

  private Optional<String> lossSoFar() {
    Optional<String> line = lost == 0 ? Optional.empty() : Optional.of(loss.apply(lost));
    lost = 0;
    return line;
  }
}
