package org.polypath.daemon.plugin;

import java.util.function.IntConsumer;

/** One piece of a plug-in's code that runs on a thread: blocked, when it takes too long. */
final class BlockedCall {
  private final ServingPlugin<?> plugin;
  private final Thread thread;
  private final IntConsumer heldThreads;
  private boolean done;
  private boolean held;

  /**
   * Begins.
   *
   * @param heldThreads told 1 when this comes to be blocked, and -1 when it returns after all
   */
  BlockedCall(ServingPlugin<?> plugin, Thread thread, IntConsumer heldThreads) {
    this.plugin = plugin;
    this.thread = thread;
    this.heldThreads = heldThreads;
  }

  /** It has had the time that it may take. */
  synchronized void expired() {
    if (!done) {
      held = true;
      plugin.blocked(this);
      heldThreads.accept(1);
    }
  }

  /** It returned. Called on the thread itself. */
  synchronized void returned() {
    done = true;
    if (held) {
      Thread.interrupted();
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
