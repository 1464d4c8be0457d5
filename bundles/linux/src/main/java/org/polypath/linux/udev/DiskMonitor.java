package org.polypath.linux.udev;

/** Events of disks, as udev sends them when its rules have run. */
public interface DiskMonitor {
  /**
   * Tells a listener of each event, on the calling thread, until the monitor is stopped; then
   * releases everything.
   *
   * @throws org.polypath.api.discovery.DiscoveryException if events can no longer be received;
   *     everything is released
   */
  void follow(Listener listener);

  /**
   * Makes {@link #follow} return as soon as the listener is back. Any thread, any number of times.
   */
  void stop();

  /** Told of events. */
  interface Listener {
    /** A disk is new or has changed. */
    void changed(String name);

    /** A disk is gone. */
    void removed(String name);

    /** Events were lost. */
    void overflowed();
  }
}
