package org.polypath.linux.device;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that wait in the kernel for devices. A few serve all paths as long as devices answer
 * at once; where requests wait for a thread, one that waits longer no longer counts among them, and
 * another takes its place. So a path that hangs costs its own thread and nothing else.
 */
final class RequestThreads implements Executor, AutoCloseable {
  private static final int PROMPT = 16;
  private static final int WAITING = 4096;

  private static final Duration PATIENCE = Duration.ofMillis(20);
  private static final Duration IDLE = Duration.ofSeconds(10);
  private static final Duration TICK = Duration.ofSeconds(1);
  private static final long STACK_BYTES = 256 * 1024;

  private final int promptLimit;
  private final int waitingLimit;
  private final AtomicInteger threads = new AtomicInteger();
  private final ScheduledThreadPoolExecutor timer;
  private final ThreadPoolExecutor pool;
  private final Set<Turn> turns = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final AtomicBoolean ticking = new AtomicBoolean();

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
            new LinkedTransferQueue<>(),
            task -> named("polypath-device-" + threads.incrementAndGet()).newThread(task));
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
    if (turns.size() >= waitingLimit && waiting() >= waitingLimit) {
      throw new RejectedExecutionException(waiting() + " requests wait for devices that hang");
    }
    try {
      pool.execute(() -> run(task));
    } catch (OutOfMemoryError e) {
      throw new RejectedExecutionException("no thread can be started", e);
    }
    if (!pool.getQueue().isEmpty()) {
      lookLater();
    }
  }

  /**
   * Runs a short task after some time, on a thread that all share: it must not wait.
   *
   * @return to be cancelled when it is not needed, as nearly none is
   */
  ScheduledFuture<?> after(Duration delay, Runnable task) {
    // a new earliest task wakes the timer's thread: a tick before it spares that for nearly all
    if (delay.compareTo(TICK) > 0 && !ticking.get() && ticking.compareAndSet(false, true)) {
      var unused = timer.schedule(() -> ticking.set(false), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }
    return timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** How many threads wait for devices that do not answer at once. */
  int waiting() {
    long begun = System.nanoTime() - PATIENCE.toNanos();
    return (int) turns.stream().filter(turn -> turn.beganBefore(begun)).count();
  }

  private void run(Runnable task) {
    Turn turn = new Turn(System.nanoTime());
    turns.add(turn);
    try {
      task.run();
    } finally {
      turns.remove(turn);
      if (pool.getCorePoolSize() > promptLimit) {
        resize();
      }
    }
  }

  /** All threads are taken, and requests wait for one. */
  private void lookLater() {
    if (!looking.get() && looking.compareAndSet(false, true)) {
      var unused = timer.schedule(this::look, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    looking.set(false);
    resize();
    if (!pool.getQueue().isEmpty()) {
      lookLater();
    }
  }

  private synchronized void resize() {
    pool.setCorePoolSize(promptLimit + Math.min(waiting(), waitingLimit));
  }

  /** How many threads there are, idle ones included. */
  int size() {
    return pool.getPoolSize();
  }

  /** Ends idle threads; those that wait in the kernel end when their devices answer. */
  @Override
  public void close() {
    timer.shutdownNow();
    pool.shutdown();
  }

  /** One thread's time with one task. Not a record: each is itself alone. */
  private static final class Turn {
    private final long begun;

    Turn(long begun) {
      this.begun = begun;
    }

    boolean beganBefore(long nanoTime) {
      return begun - nanoTime <= 0;
    }
  }
}
