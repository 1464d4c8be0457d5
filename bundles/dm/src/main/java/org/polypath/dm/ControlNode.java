package org.polypath.dm;

/** {@code /dev/mapper/control}, opened to wait for events. */
public interface ControlNode extends AutoCloseable {
  /**
   * From now on an event wakes {@link #await}.
   *
   * @throws TaskException if the kernel does not take it
   */
  void arm();

  /**
   * Waits for an event since it was last armed.
   *
   * @return false when it was closed
   * @throws TaskException if there is no waiting
   */
  boolean await();

  /** Ends the waiting. May be called from any thread, more than once. */
  @Override
  void close();
}
