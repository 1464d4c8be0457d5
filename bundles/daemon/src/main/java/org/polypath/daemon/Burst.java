package org.polypath.daemon;

import java.util.concurrent.Executor;

/**
 * Makes one piece of news of many changes: the first one starts a delay, at whose end all that came
 * are told at once. Any thread may call.
 */
final class Burst {
  private final Executor delay;
  private final Runnable news;
  private boolean waiting;

  /**
   * Nothing has changed yet.
   *
   * @param delay runs what it is given a little later
   * @param news what to do then
   */
  Burst(Executor delay, Runnable news) {
    this.delay = delay;
    this.news = news;
  }

  /** Something changed. */
  void changed() {
    if (begin()) {
      delay.execute(this::tell);
    }
  }

  private synchronized boolean begin() {
    boolean first = !waiting;
    waiting = true;
    return first;
  }

  private void tell() {
    synchronized (this) {
      waiting = false;
    }
    news.run();
  }
}
