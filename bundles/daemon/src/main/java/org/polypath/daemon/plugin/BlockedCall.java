package org.polypath.daemon.plugin;

import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * One piece of a plug-in's code that runs on a thread. When it takes long, it holds the thread, and
 * another one has to do the work; when it takes much longer than the processors' being busy
 * explains, it blocks it.
 */
final class BlockedCall {
  /** Thousands of calls at once on a busy host may each wait this long for a processor. */
  private static final long BLOCKED_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final long begun = System.nanoTime();
  private final ServingPlugin<?> plugin;
  private final Thread thread;
  private final String threadName;
  private final IntConsumer heldThreads;
  private boolean done;
  private boolean held;

  /**
   * Begins.
   *
   * @param heldThreads told 1 when this comes to hold its thread, and -1 when it returns after all
   */
  BlockedCall(ServingPlugin<?> plugin, Thread thread, IntConsumer heldThreads) {
    this.plugin = plugin;
    this.thread = thread;
    this.threadName = thread.getName();
    this.heldThreads = heldThreads;
  }

  boolean beganBefore(long nanoTime) {
    return begun - nanoTime <= 0;
  }

  /** Whether it has held its thread for so long that the plug-in is to blame. */
  boolean isBlocked() {
    return System.nanoTime() - begun >= BLOCKED_NANOS;
  }

  /** It has had the time that it may take. */
  synchronized void expired() {
    if (!done) {
      held = true;
      thread.setName(threadName + " " + plugin.identity());
      plugin.holds(this);
      heldThreads.accept(1);
    }
  }

  /** It returned. Called on the thread itself. */
  synchronized void returned() {
    done = true;
    if (held) {
      Thread.interrupted();
      thread.setName(threadName);
      plugin.returned(this);
      heldThreads.accept(-1);
    }
  }

  /** Tells the thread to return, if it is still there. */
  synchronized void interrupt() {
    if (!done) {
      thread.interrupt();
    }
  }
}
