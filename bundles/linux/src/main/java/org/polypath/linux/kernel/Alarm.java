package org.polypath.linux.kernel;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.util.Optional;

/**
 * Ends the waiting of a thread in {@code poll(2)}: a descriptor ({@code eventfd(2)}) that is
 * readable from when it was raised until it is silenced. Any thread may call; nothing here waits.
 */
public final class Alarm implements AutoCloseable {
  private static final int CLOSE_ON_EXEC_NON_BLOCKING = 0x80800;

  private final CLibrary library;
  private final Descriptor descriptor;

  private Alarm(CLibrary library, Descriptor descriptor) {
    this.library = library;
    this.descriptor = descriptor;
  }

  /**
   * Makes one that is silent.
   *
   * @throws SystemCallException if it cannot be made, for instance for want of descriptors
   */
  public static Alarm make(CLibrary library) throws SystemCallException {
    LibC functions = library.functions();
    int number = library.checked("eventfd", () -> functions.eventfd(0, CLOSE_ON_EXEC_NON_BLOCKING));
    return new Alarm(library, new Descriptor(number, functions::close));
  }

  /** Its descriptor, to wait for; empty if it is closed. */
  public Optional<Descriptor.Use> use() {
    return descriptor.use();
  }

  /** Ends the waiting, now or the next time. Without effect if it is closed. */
  public void raise() {
    use()
        .ifPresent(
            use -> {
              try (use;
                  Memory one = new Memory(Long.BYTES)) {
                one.setLong(0, 1);
                library.functions().write(use.number(), one, new NativeLong(Long.BYTES));
              }
            });
  }

  /** Lets the waiting go on, however often it was raised. Without effect if it is closed. */
  public void silence() {
    use()
        .ifPresent(
            use -> {
              try (use;
                  Memory count = new Memory(Long.BYTES)) {
                library.functions().read(use.number(), count, new NativeLong(Long.BYTES));
              }
            });
  }

  @Override
  public void close() {
    descriptor.close();
  }
}
