package org.polypath.linux.kernel;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;

/**
 * Waits for a descriptor to become readable, until another thread ends it: by {@code poll(2)} on
 * the descriptor and on an {@code eventfd(2)}.
 */
public final class Waiting {
  private static final int FLAGS_CLOSE_ON_EXEC_NON_BLOCKING = 0x80800;

  private final CLibrary library;
  private final int readable;
  private final Descriptor wake;

  private Waiting(CLibrary library, int readable, Descriptor wake) {
    this.library = library;
    this.readable = readable;
    this.wake = wake;
  }

  /**
   * Prepares to wait.
   *
   * @param descriptor what to wait for; stays the caller's
   * @throws SystemCallException if no eventfd can be made
   */
  public static Waiting on(CLibrary library, int descriptor) throws SystemCallException {
    LibC functions = library.functions();
    int wake =
        library.checked("eventfd", () -> functions.eventfd(0, FLAGS_CLOSE_ON_EXEC_NON_BLOCKING));
    return new Waiting(library, descriptor, new Descriptor(wake, functions::close));
  }

  /**
   * Waits.
   *
   * @return whether there is something to read, or an error to be met by reading; false when the
   *     waiting was ended
   * @throws SystemCallException if waiting fails
   */
  public boolean untilReadable() throws SystemCallException {
    var use = wake.use();
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
    wake.use()
        .ifPresent(
            use -> {
              try (use;
                  Memory one = new Memory(Long.BYTES)) {
                one.setLong(0, 1);
                library.functions().write(use.number(), one, new NativeLong(Long.BYTES));
              }
            });
  }

  /** Gives back what was made for waiting. */
  public void release() {
    wake.close();
  }
}
