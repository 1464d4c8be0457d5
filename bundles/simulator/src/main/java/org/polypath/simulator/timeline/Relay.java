package org.polypath.simulator.timeline;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Tells a listener of the platform about things on the platform's side of the simulator, until it
 * is closed.
 *
 * @param <L> the listener's type
 */
public final class Relay<L> {
  private final L listener;
  private final Executor answers;
  private boolean closed; // guarded by this

  /** To a listener, by an executor that runs one thing after the other. */
  public Relay(L listener, Executor answers) {
    this.listener = listener;
    this.answers = answers;
  }

  /** Tells the listener something soon. */
  public void tell(Consumer<L> news) {
    answers.execute(() -> deliver(news));
  }

  private synchronized void deliver(Consumer<L> news) {
    if (!closed) {
      news.accept(listener);
    }
  }

  /** Ends it: the listener is not called after this returns. */
  public synchronized void close() {
    closed = true;
  }
}
