package org.polypath.linux;

import org.polypath.api.discovery.DiscoveryWatch;
import org.polypath.linux.udev.DiskMonitor;

/** Events being followed on a thread of their own. */
final class FollowedDisks implements DiscoveryWatch {
  private final DiskMonitor monitor;
  private final Thread thread;

  private FollowedDisks(DiskMonitor monitor, Thread thread) {
    this.monitor = monitor;
    this.thread = thread;
  }

  static FollowedDisks begin(DiskMonitor monitor, DiskMonitor.Listener listener) {
    Thread thread = new Thread(() -> monitor.follow(listener), "polypath-udev-events");
    thread.setDaemon(true);
    thread.start();
    return new FollowedDisks(monitor, thread);
  }

  /** Returns when the listener has returned; a listener may also close from within. */
  @Override
  public void close() {
    monitor.stop();
    boolean interrupted = false;
    while (thread != Thread.currentThread() && thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
