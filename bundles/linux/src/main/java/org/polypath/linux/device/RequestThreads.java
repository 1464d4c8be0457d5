package org.polypath.linux.device;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that wait in the kernel for devices. A few serve all paths as long as devices answer
 * at once; a thread that waits longer no longer counts among them, and another takes its place. So
 * a path that hangs costs its own thread and nothing else.
 */
final class RequestThreads implements Executor, AutoCloseable {
  private static final int PROMPT = 16;
  private static final int WAITING = 4096;

  private static final Duration PATIENCE = Duration.ofMillis(20);
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final long STACK_BYTES = 256 * 1024;

  private final int promptLimit;
  private final int waitingLimit;
  private final AtomicInteger threads = new AtomicInteger();
  private final ScheduledThreadPoolExecutor timer;
  private final ThreadPoolExecutor pool;
  private int waiting;

  RequestThreads() {
    this(PROMPT, WAITING);
  }

  /**
   * With limits.
   *
   * @param promptLimit how many threads serve devices that answer at once
   * @param waitingLimit how many threads may wait for devices that do not
   */
  RequestThreads(int promptLimit, int waitingLimit) {
    this.promptLimit = promptLimit;
    this.waitingLimit = waitingLimit;
    timer = new ScheduledThreadPoolExecutor(1, named("polypath-device-timer"));
    timer.setRemoveOnCancelPolicy(true);
    timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    pool =
        new ThreadPoolExecutor(
            promptLimit,
            promptLimit + waitingLimit,
            IDLE.toMillis(),
            TimeUnit.MILLISECONDS,
            new LinkedBlockingQueue<>(),
            task -> named("polypath-device-" + threads.incrementAndGet()).newThread(task));
    pool.allowCoreThreadTimeOut(true);
  }

  private static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new Thread(null, task, name, STACK_BYTES);
      thread.setDaemon(true);
      return thread;
    };
  }

  /**
   * Runs a task that may wait for a device.
   *
   * @throws RejectedExecutionException if as many wait as may, or after closing
   */
  @Override
  public void execute(Runnable task) {
    if (waiting() >= waitingLimit) {
      throw new RejectedExecutionException(waiting() + " requests wait for devices that hang");
    }
    try {
      pool.execute(() -> run(task));
    } catch (OutOfMemoryError e) {
      throw new RejectedExecutionException("no thread can be started", e);
    }
  }

  /** Runs a short task after some time, on a thread that all share: it must not wait. */
  ScheduledFuture<?> after(Duration delay, Runnable task) {
    return timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** How many threads wait for devices that do not answer at once. */
  synchronized int waiting() {
    return waiting;
  }

  private void run(Runnable task) {
    Turn turn = new Turn();
    ScheduledFuture<?> replacement = after(PATIENCE, turn::isLong);
    try {
      task.run();
    } finally {
      replacement.cancel(false);
      turn.isOver();
    }
  }

  /** How many threads there are, idle ones included. */
  int size() {
    return pool.getPoolSize();
  }

  private synchronized void changeWaiting(int difference) {
    waiting += difference;
    pool.setCorePoolSize(promptLimit + Math.min(waiting, waitingLimit));
  }

  /** Ends idle threads; those that wait in the kernel end when their devices answer. */
  @Override
  public void close() {
    timer.shutdownNow();
    pool.shutdown();
  }

  /** One thread's time with one task. */
  private final class Turn {
    private boolean counted;
    private boolean over;

    synchronized void isLong() {
      if (!over) {
        counted = true;
        changeWaiting(1);
      }
    }

    synchronized void isOver() {
      over = true;
      if (counted) {
        changeWaiting(-1);
      }
    }
  }
}
