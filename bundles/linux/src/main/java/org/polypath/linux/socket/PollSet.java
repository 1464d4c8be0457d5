package org.polypath.linux.socket;

import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import org.polypath.linux.kernel.CLibrary;
import org.polypath.linux.kernel.SystemCallException;

/** Descriptors for {@code poll(2)}, put together anew for each call. One thread uses it. */
final class PollSet {
  private static final int READABLE = 0x1;
  private static final int WRITABLE = 0x4;
  private static final int ENTRY_BYTES = 8;
  private static final int EVENTS = 4;
  private static final int RESULT = 6;
  private static final int FIRST_ROOM = 16;

  private final CLibrary library;
  private Memory entries = new Memory((long) ENTRY_BYTES * FIRST_ROOM);
  private int count;

  PollSet(CLibrary library) {
    this.library = library;
  }

  /** Begins anew. */
  void clear() {
    count = 0;
  }

  /** Adds a descriptor; its index is the number of those added before. */
  void add(int descriptor, boolean reading, boolean writing) {
    if ((long) (count + 1) * ENTRY_BYTES > entries.size()) {
      grow();
    }
    long at = (long) count * ENTRY_BYTES;
    entries.setInt(at, descriptor);
    entries.setShort(at + EVENTS, (short) ((reading ? READABLE : 0) | (writing ? WRITABLE : 0)));
    entries.setShort(at + RESULT, (short) 0);
    count++;
  }

  /** Waits for any of them, so long at most. */
  void await(int millis) throws SystemCallException {
    library.checked("poll", () -> library.functions().poll(entries, new NativeLong(count), millis));
  }

  /** Whether a descriptor is ready, or has an error that using it will show. */
  boolean hasEvent(int index) {
    return entries.getShort((long) index * ENTRY_BYTES + RESULT) != 0;
  }

  private void grow() {
    Memory more = new Memory(2 * entries.size());
    more.write(0, entries.getByteArray(0, (int) entries.size()), 0, (int) entries.size());
    entries.close();
    entries = more;
  }
}
