package org.polypath.linux;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.api.discovery.DiscoveryWatch;
import org.polypath.linux.udev.DiskMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events being followed: one thread takes them from udev as fast as they come, another one handles
 * them, which may have to wait for a disk. Where events can no longer be received, or one cannot be
 * handled at all, both begin anew: who listens is told that he may have missed some.
 */
final class FollowedDisks implements DiscoveryWatch {
  private static final Logger LOG = LoggerFactory.getLogger(FollowedDisks.class);
  private static final Duration UNTIL_NEXT_TRY = Duration.ofSeconds(1);

  private final Supplier<DiskMonitor> monitors;
  private final PendingDisks pending = new PendingDisks();
  private final List<Thread> threads;
  private DiskMonitor monitor;
  private boolean closed;

  private FollowedDisks(Supplier<DiskMonitor> monitors, DiskMonitor.Listener listener) {
    this.monitors = monitors;
    monitor = monitors.get();
    threads =
        List.of(thread("udev-events", this::receive), thread("udev-facts", () -> handle(listener)));
  }

  /**
   * Begins.
   *
   * @param monitors begins to receive; asked again when that ends
   * @throws DiscoveryException if events cannot be received
   */
  static FollowedDisks begin(Supplier<DiskMonitor> monitors, DiskMonitor.Listener listener) {
    FollowedDisks followed = new FollowedDisks(monitors, listener);
    followed.threads.forEach(Thread::start);
    return followed;
  }

  private void receive() {
    Optional<DiskMonitor> next = Optional.of(current());
    while (next.isPresent()) {
      try {
        next.get().follow(pending);
      } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
        LOG.error("events of paths: no longer received, beginning anew", e);
      }
      next = another();
    }
  }

  /** Empty at the end. */
  private Optional<DiskMonitor> another() {
    while (pending.pause(UNTIL_NEXT_TRY)) {
      try {
        DiskMonitor another = monitors.get();
        use(another);
        pending.overflowed();
        return Optional.of(another);
      } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
        LOG.warn("events of paths: not received, trying again: reason: {}", e.toString());
      }
    }
    return Optional.empty();
  }

  private synchronized DiskMonitor current() {
    return monitor;
  }

  /** One that comes too late is stopped: following it then only releases it. */
  private synchronized void use(DiskMonitor another) {
    monitor = another;
    if (closed) {
      another.stop();
    }
  }

  private synchronized void stop() {
    closed = true;
    monitor.stop();
  }

  private void handle(DiskMonitor.Listener listener) {
    boolean more = true;
    while (more) {
      try {
        more = pending.handleNext(listener);
      } catch (DiscoveryException e) {
        LOG.warn("events of paths wait: {}", e.getMessage());
        more = pending.pause(UNTIL_NEXT_TRY);
      } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
        LOG.error("events of paths: handling broke, beginning anew", e);
        pending.overflowed();
        more = pending.pause(UNTIL_NEXT_TRY);
      }
    }
  }

  /** Returns when the listener has returned; a listener may also close from within. */
  @Override
  public void close() {
    stop();
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
