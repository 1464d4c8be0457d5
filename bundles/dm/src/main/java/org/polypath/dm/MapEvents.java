package org.polypath.dm;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.polypath.api.map.MapListener;
import org.polypath.api.map.MapWatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits on the control node, on a thread of its own, and tells a listener which maps have changed.
 *
 * <p>The node is armed before the maps are listed, so that what happens in between wakes it again.
 */
final class MapEvents implements MapWatch {
  private static final Logger LOG = LoggerFactory.getLogger(MapEvents.class);
  private static final long PAUSE_AFTER_FAILURE_MILLIS = 1000;

  private final ControlNode node;
  private final Supplier<CompletableFuture<Set<String>>> changes;
  private final MapListener listener;
  private final Consumer<MapWatch> whenClosed;
  private final CompletableFuture<Set<String>> baseline;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Starts. What happens after this returns is told; what was before is not.
   *
   * @param changes asks the driver's thread for the maps that changed since it was asked last
   * @param whenClosed told when this is closed
   */
  MapEvents(
      ControlNode node,
      Supplier<CompletableFuture<Set<String>>> changes,
      MapListener listener,
      Consumer<MapWatch> whenClosed) {
    this.node = node;
    this.changes = changes;
    this.listener = listener;
    this.whenClosed = whenClosed;
    node.arm();
    // the driver's thread works in order: what the caller reads from now on is not older than this
    baseline = changes.get();
    thread = new Thread(this::follow, "dm-events");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    node.close();
    thread.interrupt();
    whenClosed.accept(this);
  }

  private void follow() {
    boolean listed = isBaselineThere();
    while (!closed) {
      try {
        if (listed && !node.await()) {
          return;
        }
        listed = false;
        node.arm();
        changes.get().join().forEach(this::tell);
        listed = true;
      } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
        // the event is spent: what it told of is looked for without another one
        listed = false;
        pauseAfter(e);
      }
    }
  }

  private boolean isBaselineThere() {
    try {
      baseline.join();
      return true;
    } catch (CompletionException | CancellationException e) {
      pauseAfter(e);
      return false;
    }
  }

  private void tell(String name) {
    if (closed) {
      return;
    }
    try {
      listener.changed(name);
    } catch (RuntimeException e) {
      LOG.error("listener failed: map: {}", name, e);
    }
  }

  private void pauseAfter(Throwable failure) {
    if (closed) {
      return;
    }
    LOG.warn("map events could not be read, trying again: reason: {}", failure.toString());
    try {
      Thread.sleep(PAUSE_AFTER_FAILURE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }
}
