package org.polypath.dm;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import org.polypath.api.map.MapDriverException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs calls that may wait side by side, as many as there are, but no more than a bound: what comes
 * beyond it is run, in order, as others end. Any thread may call.
 */
final class WaitingThreads implements Executor {
  private static final Logger LOG = LoggerFactory.getLogger(WaitingThreads.class);

  private final ExecutorService threads;
  private final int most;
  private final Queue<Runnable> later = new ArrayDeque<>();
  private int running;

  /**
   * Nothing runs yet.
   *
   * @param threads where calls run; takes any number of them
   * @param most how many run at once
   */
  WaitingThreads(ExecutorService threads, int most) {
    this.threads = threads;
    this.most = most;
  }

  /**
   * Runs a call, now or later.
   *
   * @throws MapDriverException if no thread can be started for it
   */
  @Override
  public void execute(Runnable call) {
    synchronized (this) {
      if (running == most) {
        later.add(call);
        return;
      }
      running++;
    }
    try {
      threads.execute(() -> runAndGoOn(call));
    } catch (OutOfMemoryError e) {
      giveBack();
      throw new MapDriverException(
          "no thread can be started for a device-mapper call: see what uses the host's threads"
              + " (kernel.threads-max, kernel.pid_max, the service's TasksMax)",
          e);
    }
  }

  private synchronized void giveBack() {
    running--;
  }

  /** Takes no more; what runs goes on. */
  void shutdown() {
    threads.shutdown();
  }

  private void runAndGoOn(Runnable first) {
    Optional<Runnable> call = Optional.of(first);
    while (call.isPresent()) {
      try {
        call.get().run();
      } catch (RuntimeException e) {
        LOG.error("device-mapper call failed unexpectedly", e);
      }
      call = next();
    }
  }

  private synchronized Optional<Runnable> next() {
    Optional<Runnable> call = Optional.ofNullable(later.poll());
    if (call.isEmpty()) {
      running--;
    }
    return call;
  }
}
