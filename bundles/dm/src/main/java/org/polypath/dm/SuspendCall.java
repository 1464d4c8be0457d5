package org.polypath.dm;

import org.polypath.api.path.DeviceNumber;

/**
 * The one call that waits for I/O (kernel {@code DM_DEV_SUSPEND}, which also resumes): it goes to
 * the kernel past the library, so that a map with a hung path holds up no other map. May be called
 * from any thread, and takes as long as it takes.
 */
public interface SuspendCall {
  /**
   * Stops I/O.
   *
   * @param flush whether I/O under way is waited for
   * @throws TaskException if it is not done
   */
  void suspend(String name, DeviceNumber number, boolean flush);

  /**
   * Lets I/O go on, on the newly loaded table if there is one.
   *
   * @param flush whether I/O under way on the old table is waited for, instead of queued again
   * @param eventNumber what {@link UdevCookies#announceResume} gave
   * @return whether an event went to udev
   * @throws TaskException if it is not done
   */
  boolean resume(String name, DeviceNumber number, boolean flush, int eventNumber);
}
