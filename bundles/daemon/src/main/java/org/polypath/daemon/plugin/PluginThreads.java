package org.polypath.daemon.plugin;

import java.util.Arrays;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * The threads that plug-ins' code runs on: a few, and one more for each call that holds its thread.
 * While it runs a plug-in's code, a thread has the plug-in's name, so that a thread dump tells
 * whose it is, and its class loader as context, so that threads it starts are known as its own.
 */
final class PluginThreads implements AutoCloseable {
  /** Threads for calls that return at once, as they should. */
  private static final int THREADS = 2;

  /** The most threads that calls may hold; beyond that others wait until their deadline. */
  private static final int MOST_THREADS = 512;

  /** Code that has not returned after this long holds its thread. */
  private static final long HELD_MILLIS = 50;

  /** Threads that may come while they are listed. */
  private static final int SPARE = 64;

  private final ScheduledExecutorService deadlines;
  private final ThreadPoolExecutor threads;
  private int held;

  PluginThreads(ScheduledExecutorService deadlines) {
    this(deadlines, numbered());
  }

  PluginThreads(ScheduledExecutorService deadlines, ThreadFactory factory) {
    this.deadlines = deadlines;
    threads =
        new ThreadPoolExecutor(
            THREADS, THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
    threads.allowCoreThreadTimeOut(true);
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
  }

  /**
   * Has a call looked at when it takes too long.
   *
   * @return what ends that
   */
  private Runnable watch(BlockedCall call) {
    try {
      Future<?> timer = deadlines.schedule(call::expired, HELD_MILLIS, TimeUnit.MILLISECONDS);
      return () -> timer.cancel(false);
    } catch (RejectedExecutionException e) {
      // the daemon ends: nobody asks any more how long it took
      return () -> {};
    }
  }

  private void watched(ServingPlugin<?> plugin, Runnable code) {
    Thread thread = Thread.currentThread();
    String name = thread.getName();
    ClassLoader context = thread.getContextClassLoader();
    BlockedCall call = new BlockedCall(plugin, thread, this::resize);
    Runnable unwatch = watch(call);
    thread.setName(name + " " + plugin.identity());
    thread.setContextClassLoader(plugin.loader());
    try {
      code.run();
    } finally {
      unwatch.run();
      call.returned();
      thread.setContextClassLoader(context);
      thread.setName(name);
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
