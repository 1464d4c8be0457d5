package org.polypath.daemon.plugin;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The threads that plug-ins' code runs on: a few, and one more for each call that holds its thread.
 * A thread that is held has the plug-in's name, so that a thread dump tells whose it is. While it
 * runs a plug-in's code, it has the plug-in's class loader as context, so that threads it starts
 * are known as its own.
 */
final class PluginThreads implements AutoCloseable {
  /** Threads for calls that return at once, as they should. */
  private static final int THREADS = 2;

  /** The most threads that calls may hold; beyond that others wait until their deadline. */
  private static final int MOST_THREADS = 512;

  /** Code that has not returned after this long holds its thread. */
  private static final long HELD_MILLIS = 50;

  /** How soon calls are looked at while none waits for a thread. */
  private static final long LOOK_MILLIS = 250;

  /** Threads that may come while they are listed. */
  private static final int SPARE = 64;

  private final ScheduledExecutorService deadlines;
  private final ThreadPoolExecutor threads;
  private final Set<BlockedCall> running = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean lookingSoon = new AtomicBoolean();
  private final AtomicBoolean lookingLater = new AtomicBoolean();
  private int held;

  PluginThreads(ScheduledExecutorService deadlines) {
    this(deadlines, numbered());
  }

  PluginThreads(ScheduledExecutorService deadlines, ThreadFactory factory) {
    this.deadlines = deadlines;
    threads =
        new ThreadPoolExecutor(
            THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedTransferQueue<>(), factory);
  }

  private static ThreadFactory numbered() {
    AtomicInteger count = new AtomicInteger();
    return task -> new PluginThread(task, "plugin-" + count.incrementAndGet());
  }

  /**
   * Runs some of a plug-in's code.
   *
   * @param code must throw nothing
   * @throws RejectedExecutionException after the end, or if no thread can be started
   */
  void run(ServingPlugin<?> plugin, Runnable code) {
    try {
      threads.execute(() -> watched(plugin, code));
    } catch (OutOfMemoryError e) {
      // the host has no more threads: that is no reason for the daemon to end
      throw new RejectedExecutionException("no thread can be started", e);
    }
    if (!threads.getQueue().isEmpty()) {
      look(HELD_MILLIS, lookingSoon);
    }
  }

  private void watched(ServingPlugin<?> plugin, Runnable code) {
    Thread thread = Thread.currentThread();
    ClassLoader context = thread.getContextClassLoader();
    BlockedCall call = new BlockedCall(plugin, thread, this::resize);
    running.add(call);
    look(LOOK_MILLIS, lookingLater);
    thread.setContextClassLoader(plugin.loader());
    try {
      code.run();
    } finally {
      running.remove(call);
      call.returned();
      thread.setContextClassLoader(context);
    }
  }

  /** All calls are looked at together: nearly every one returns before, and costs no timer. */
  private void look(long delayMillis, AtomicBoolean planned) {
    if (planned.get() || !planned.compareAndSet(false, true)) {
      return;
    }
    try {
      var unused =
          deadlines.schedule(
              () -> {
                planned.set(false);
                look();
              },
              delayMillis,
              TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // the daemon ends: nobody asks any more how long a call took
      planned.set(false);
    }
  }

  private void look() {
    long expired = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(HELD_MILLIS);
    List<BlockedCall> holding = running.stream().filter(call -> call.beganBefore(expired)).toList();
    running.removeAll(holding);
    holding.forEach(BlockedCall::expired);
    if (!threads.getQueue().isEmpty()) {
      look(HELD_MILLIS, lookingSoon);
    } else if (!running.isEmpty()) {
      look(LOOK_MILLIS, lookingLater);
    }
  }

  /** The pool has a thread more for each call that holds one. */
  private synchronized void resize(int more) {
    held += more;
    int size = Math.min(MOST_THREADS, THREADS + held);
    if (size > threads.getMaximumPoolSize()) {
      threads.setMaximumPoolSize(size);
      threads.setCorePoolSize(size);
    } else {
      threads.setCorePoolSize(size);
      threads.setMaximumPoolSize(size);
    }
  }

  /** How many threads that a plug-in started still run. */
  static long startedBy(ServingPlugin<?> plugin) {
    ClassLoader loader = plugin.loader();
    if (loader == PluginThreads.class.getClassLoader()) {
      return 0;
    }
    return running()
        .filter(thread -> !(thread instanceof PluginThread))
        .filter(thread -> loader.equals(thread.getContextClassLoader()))
        .count();
  }

  private static Stream<Thread> running() {
    ThreadGroup top = Thread.currentThread().getThreadGroup();
    while (top.getParent() != null) {
      top = top.getParent();
    }
    Thread[] all = new Thread[2 * top.activeCount() + SPARE];
    return Arrays.stream(all, 0, top.enumerate(all));
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  /** Tells the platform's threads from those that a plug-in starts. */
  private static final class PluginThread extends Thread {
    PluginThread(Runnable task, String name) {
      super(task, name);
      setDaemon(true);
    }
  }
}
