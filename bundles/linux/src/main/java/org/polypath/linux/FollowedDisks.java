package org.polypath.linux;

import java.time.Duration;
import java.util.List;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.api.discovery.DiscoveryWatch;
import org.polypath.linux.udev.DiskMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events being followed: one thread takes them from udev as fast as they come, another one handles
 * them, which may have to wait for a disk.
 */
final class FollowedDisks implements DiscoveryWatch {
  private static final Logger LOG = LoggerFactory.getLogger(FollowedDisks.class);
  private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(1);

  private final DiskMonitor monitor;
  private final PendingDisks pending = new PendingDisks();
  private final List<Thread> threads;

  private FollowedDisks(DiskMonitor monitor, DiskMonitor.Listener listener) {
    this.monitor = monitor;
    threads =
        List.of(
            thread("udev-events", () -> monitor.follow(pending)),
            thread("udev-facts", () -> handle(listener)));
  }

  static FollowedDisks begin(DiskMonitor monitor, DiskMonitor.Listener listener) {
    FollowedDisks followed = new FollowedDisks(monitor, listener);
    followed.threads.forEach(Thread::start);
    return followed;
  }

  private void handle(DiskMonitor.Listener listener) {
    boolean more = true;
    while (more) {
      try {
        more = pending.handleNext(listener);
      } catch (DiscoveryException e) {
        LOG.warn("events of paths wait: {}", e.getMessage());
        more = pending.pause(UNTIL_NEXT_TRY);
      }
    }
  }

  /** Returns when the listener has returned; a listener may also close from within. */
  @Override
  public void close() {
    monitor.stop();
    pending.close();
    boolean interrupted = false;
    for (Thread thread : threads) {
      interrupted |= join(thread);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers whether the caller was interrupted meanwhile. */
  private static boolean join(Thread thread) {
    boolean interrupted = false;
    while (thread != Thread.currentThread() && thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    return interrupted;
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
