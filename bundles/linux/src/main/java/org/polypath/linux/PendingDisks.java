package org.polypath.linux;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.linux.sysfs.DeviceFamily;
import org.polypath.linux.udev.DiskMonitor;

/**
 * Events that wait to be handled: for each disk only what still matters of them. Who handles one
 * looks at the disk as it is then, so that of many changes one is left, and of what was before a
 * removal nothing. So however many events there are, no more wait than there are disks.
 *
 * <p>One thread takes events in, another one handles them.
 */
final class PendingDisks implements DiskMonitor.Listener {
  private enum Matter {
    /** It is new or has changed. */
    CHANGED,
    /** It is gone. */
    REMOVED,
    /** It is gone, and another one has its name. */
    REPLACED
  }

  private final Map<String, Matter> waiting = new LinkedHashMap<>();
  private boolean overflowed;
  private boolean closed;

  @Override
  public synchronized void changed(String name) {
    if (DeviceFamily.of(name).isPresent()) {
      waiting.merge(
          name,
          Matter.CHANGED,
          (before, now) -> before == Matter.CHANGED ? Matter.CHANGED : Matter.REPLACED);
      notifyAll();
    }
  }

  @Override
  public synchronized void removed(String name) {
    if (DeviceFamily.of(name).isPresent()) {
      waiting.put(name, Matter.REMOVED);
      notifyAll();
    }
  }

  @Override
  public synchronized void overflowed() {
    overflowed = true;
    notifyAll();
  }

  /** How many disks have something waiting. */
  synchronized int size() {
    return waiting.size();
  }

  /** No more is handled. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /**
   * Waits for something to handle and has it handled.
   *
   * @return false when there will be no more
   * @throws DiscoveryException if disks cannot be looked at now; it waits on
   */
  boolean handleNext(DiskMonitor.Listener handler) {
    try {
      return handle(take(), handler);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Handles nothing for a while.
   *
   * @return false when there will be no more
   */
  synchronized boolean pause(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    try {
      long left = time.toMillis();
      while (!closed && left > 0) {
        wait(left);
        left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    return !closed;
  }

  private record Next(String name, Matter matter) {
    static final Next OVERFLOW = new Next("", Matter.CHANGED);
  }

  private synchronized Next take() throws InterruptedException {
    while (!closed && !overflowed && waiting.isEmpty()) {
      wait();
    }
    if (closed || overflowed) {
      overflowed = false;
      return Next.OVERFLOW;
    }
    Iterator<Map.Entry<String, Matter>> oldest = waiting.entrySet().iterator();
    Map.Entry<String, Matter> entry = oldest.next();
    Next next = new Next(entry.getKey(), entry.getValue());
    oldest.remove();
    return next;
  }

  private boolean handle(Next next, DiskMonitor.Listener handler) {
    if (isClosed()) {
      return false;
    }
    if (next.equals(Next.OVERFLOW)) {
      handler.overflowed();
      return true;
    }
    try {
      switch (next.matter()) {
        case CHANGED -> handler.changed(next.name());
        case REMOVED -> handler.removed(next.name());
        case REPLACED -> {
          handler.removed(next.name());
          handler.changed(next.name());
        }
      }
    } catch (DiscoveryException e) {
      putBack(next.name());
      throw e;
    }
    return true;
  }

  /** What has come meanwhile counts more. */
  private synchronized void putBack(String name) {
    waiting.putIfAbsent(name, Matter.CHANGED);
  }

  private synchronized boolean isClosed() {
    return closed;
  }
}
