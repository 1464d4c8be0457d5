package org.polypath.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.polypath.linux.udev.DiskDatabase;
import org.polypath.linux.udev.DiskMonitor;

/** Disks and events that a test says there are. */
final class FakeDatabase implements DiskDatabase {
  private final List<Disk> disks = new CopyOnWriteArrayList<>();
  private final FakeMonitor monitor = new FakeMonitor();

  void has(String name, Map<String, String> properties) {
    disks.add(new Disk(name, properties));
  }

  void hasNoMore(String name) {
    disks.removeIf(disk -> disk.name().equals(name));
  }

  FakeMonitor monitored() {
    return monitor;
  }

  @Override
  public List<Disk> disks() {
    return new ArrayList<>(disks);
  }

  @Override
  public Optional<Disk> disk(String name) {
    return disks.stream().filter(disk -> disk.name().equals(name)).findFirst();
  }

  @Override
  public DiskMonitor monitor() {
    return monitor;
  }

  /** What is sent to a listener on the following thread. */
  interface Event {
    void to(DiskMonitor.Listener listener) throws InterruptedException;
  }

  /** Sends what a test gives it. */
  static final class FakeMonitor implements DiskMonitor {
    private static final Event NOTHING = listener -> {};

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile boolean stopped;

    void send(Event event) {
      events.add(event);
    }

    boolean isStopped() {
      return stopped;
    }

    @Override
    public void follow(Listener listener) {
      try {
        while (!stopped) {
          Event event = events.take();
          if (!stopped) {
            event.to(listener);
          }
        }
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void stop() {
      stopped = true;
      events.add(NOTHING);
    }
  }
}
