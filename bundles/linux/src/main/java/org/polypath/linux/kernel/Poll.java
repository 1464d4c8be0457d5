package org.polypath.linux.kernel;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;

/** {@code poll(2)} on some descriptors. One thread uses it. */
public final class Poll implements AutoCloseable {
  private static final int READABLE = 0x1;
  private static final int ENTRY_BYTES = 8;
  private static final int EVENTS = 4;
  private static final int RESULT = 6;

  private final CLibrary library;
  private final int count;
  private final Memory entries;

  /** Waits for each descriptor to become readable. */
  public Poll(CLibrary library, int... descriptors) {
    this.library = library;
    count = descriptors.length;
    entries = new Memory((long) ENTRY_BYTES * count);
    entries.clear();
    for (int i = 0; i < count; i++) {
      entries.setInt((long) i * ENTRY_BYTES, descriptors[i]);
      entries.setShort((long) i * ENTRY_BYTES + EVENTS, (short) READABLE);
    }
  }

  /**
   * Waits.
   *
   * @param millis how long at most; -1 without limit
   * @return whether any descriptor has an event
   * @throws SystemCallException if waiting fails
   */
  public boolean await(int millis) throws SystemCallException {
    LibC functions = library.functions();
    return library.checked("poll", () -> functions.poll(entries, new NativeLong(count), millis))
        > 0;
  }

  /** Whether a descriptor has an event: it is ready, or has an error that using it will show. */
  public boolean hasEvent(int index) {
    return entries.getShort((long) index * ENTRY_BYTES + RESULT) != 0;
  }

  @Override
  public void close() {
    entries.close();
  }
}
