package org.polypath.linux.kernel;

/**
 * Waits for a descriptor to become readable, until another thread ends it: by {@code poll(2)} on
 * the descriptor and on an {@link Alarm}.
 */
public final class Waiting {
  private final CLibrary library;
  private final int readable;
  private final Alarm alarm;

  private Waiting(CLibrary library, int readable, Alarm alarm) {
    this.library = library;
    this.readable = readable;
    this.alarm = alarm;
  }

  /**
   * Prepares to wait.
   *
   * @param descriptor what to wait for; stays the caller's
   * @throws SystemCallException if no alarm can be made
   */
  public static Waiting on(CLibrary library, int descriptor) throws SystemCallException {
    return new Waiting(library, descriptor, Alarm.make(library));
  }

  /**
   * Waits.
   *
   * @return whether there is something to read, or an error to be met by reading; false when the
   *     waiting was ended
   * @throws SystemCallException if waiting fails
   */
  public boolean untilReadable() throws SystemCallException {
    var use = alarm.use();
    if (use.isEmpty()) {
      return false;
    }
    try (Descriptor.Use waker = use.get();
        Poll poll = new Poll(library, readable, waker.number())) {
      poll.await(-1);
      return !poll.hasEvent(1) && poll.hasEvent(0);
    }
  }

  /** Ends the waiting, now or the next time. Any thread, any number of times. */
  public void end() {
    alarm.raise();
  }

  /** Gives back what was made for waiting. */
  public void release() {
    alarm.close();
  }
}
