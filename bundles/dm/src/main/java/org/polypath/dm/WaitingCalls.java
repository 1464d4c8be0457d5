package org.polypath.dm;

/**
 * The calls that may wait for a disk, each for as long as the disk takes: suspending and removing
 * wait for I/O, loading opens the disks and has their hardware handler ask them, which takes
 * minutes while the kernel tries to recover a host adapter, and a message waits for what is done to
 * its map meanwhile. They go to the kernel past the library, which serves one thread only, so that
 * a map with a hung path holds up no other map.
 *
 * <p>The device is found by its UUID; its name is for what is said of a failure.
 *
 * <p>May be called from any thread. Every call throws {@link TaskException} if it is not done.
 */
public interface WaitingCalls extends AutoCloseable {
  /**
   * Stops I/O.
   *
   * @param flush whether I/O under way is waited for
   */
  void suspend(DeviceInfo device, boolean flush);

  /**
   * Lets I/O go on, on the newly loaded table if there is one.
   *
   * @param flush whether I/O under way on the old table is waited for, instead of queued again
   * @param eventNumber what {@link UdevCookies#announce} gave
   * @return whether an event went to udev
   */
  boolean resume(DeviceInfo device, boolean flush, int eventNumber);

  /** Loads a table beside the live one. */
  void load(DeviceInfo device, Target target, boolean readOnly);

  /**
   * Removes a device.
   *
   * @param deferred whether a device in use goes when its last user does
   * @param eventNumber what {@link UdevCookies#announce} gave
   * @return whether an event went to udev
   */
  boolean remove(DeviceInfo device, boolean deferred, int eventNumber);

  /** Sends a message to the target at sector 0. */
  void message(DeviceInfo device, String text);

  /** Takes no more calls; those under way end when they do. */
  @Override
  void close();
}
