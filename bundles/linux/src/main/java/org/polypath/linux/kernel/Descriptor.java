package org.polypath.linux.kernel;

import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * A file descriptor that several threads use and any may close: it is closed for real when the last
 * user is done, so that its number never names somebody else's file in the middle of a call.
 */
public final class Descriptor implements AutoCloseable {
  private final int number;
  private final IntConsumer closing;
  private int users;
  private boolean closed;

  /**
   * Takes an open descriptor over.
   *
   * @param number the descriptor
   * @param closing closes it
   */
  public Descriptor(int number, IntConsumer closing) {
    this.number = number;
    this.closing = closing;
  }

  /** Keeps the descriptor open until the use is closed; empty if it has been closed. */
  public synchronized Optional<Use> use() {
    if (closed) {
      return Optional.empty();
    }
    users++;
    return Optional.of(new Use());
  }

  /** Whether it was closed, if only in name. */
  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    boolean last;
    synchronized (this) {
      last = !closed && users == 0;
      closed = true;
    }
    if (last) {
      closing.accept(number);
    }
  }

  private void done() {
    boolean last;
    synchronized (this) {
      users--;
      last = closed && users == 0;
    }
    if (last) {
      closing.accept(number);
    }
  }

  /** The time in which one caller uses the descriptor. Closed once. */
  public final class Use implements AutoCloseable {
    private Use() {}

    /** The descriptor's number. */
    public int number() {
      return number;
    }

    @Override
    public void close() {
      done();
    }
  }
}
