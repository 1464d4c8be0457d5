package org.polypath.linux;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.polypath.api.discovery.DiscoveryException;
import org.polypath.api.discovery.DiscoveryListener;
import org.polypath.api.path.PathFacts;
import org.polypath.linux.udev.DiskMonitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes of udev's events what discovery tells: the facts as they are now, not as they were when the
 * event was sent.
 *
 * @param look reads a disk's facts
 * @param forget lets a disk go that has left
 * @param listener who is told
 */
record DiskEvents(
    Function<String, Optional<PathFacts>> look, Consumer<String> forget, DiscoveryListener listener)
    implements DiskMonitor.Listener {
  private static final Logger LOG = LoggerFactory.getLogger(DiskEvents.class);

  @Override
  public void changed(String name) {
    // a disk that is gone meanwhile has an event of its own coming
    guarded("change of " + name, () -> look.apply(name).ifPresent(listener::found));
  }

  @Override
  public void removed(String name) {
    guarded("end of " + name, () -> forget.accept(name));
    guarded("removal of " + name, () -> listener.lost(name));
  }

  @Override
  public void overflowed() {
    LOG.warn("events of paths: some were lost, receive buffer: full");
    guarded("lost events", listener::overflowed);
  }

  /**
   * One event that cannot be handled must not end the following of all others.
   *
   * @throws DiscoveryException if none can be handled now
   */
  private static void guarded(String event, Runnable handling) {
    try {
      handling.run();
    } catch (DiscoveryException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("events of paths: {} could not be handled", event, e);
    }
  }
}
