package org.polypath.linux.device;

import java.util.Optional;
import java.util.function.Supplier;
import org.polypath.linux.kernel.Descriptor;
import org.polypath.linux.kernel.DeviceCalls;
import org.polypath.linux.kernel.ErrorNumber;
import org.polypath.linux.kernel.SystemCallException;

/**
 * A descriptor of a disk that is opened by the first request and kept for the next ones, so that
 * checking a disk needs no file system. It is opened anew when another disk has taken the name, or
 * when the kernel says that the disk behind it has left.
 *
 * <p>One request at a time uses it; any thread may close it.
 */
final class HeldDescriptor implements AutoCloseable {
  private final DeviceNode node;
  private final Supplier<Optional<Object>> identity;
  private final DeviceCalls calls;
  private Held held;
  private boolean closed;

  /**
   * Nothing is open yet.
   *
   * @param node where to open the disk
   * @param identity a value that differs between a disk and its successor under the same name
   * @param calls how to open it
   */
  HeldDescriptor(DeviceNode node, Supplier<Optional<Object>> identity, DeviceCalls calls) {
    this.node = node;
    this.identity = identity;
    this.calls = calls;
  }

  private record Held(Descriptor descriptor, Optional<Object> identity) {}

  /** What is done with an open descriptor. */
  @FunctionalInterface
  interface Request<T> {
    T on(int descriptor) throws SystemCallException;
  }

  /**
   * Does something with the descriptor; may block.
   *
   * @throws SystemCallException if the disk cannot be opened, or from the request
   */
  <T> T with(Request<T> request) throws SystemCallException {
    Optional<Object> now = identity.get();
    dropUnless(now);
    Optional<Descriptor.Use> kept = keptUse();
    try (Descriptor.Use use = kept.isPresent() ? kept.get() : open(now)) {
      return request.on(use.number());
    } catch (SystemCallException e) {
      if (e.number() == ErrorNumber.ENODEV || e.number() == ErrorNumber.ENXIO) {
        drop();
      }
      throw e;
    }
  }

  /** Not under the lock: opening may hang. */
  private Descriptor.Use open(Optional<Object> now) throws SystemCallException {
    Descriptor opened = new Descriptor(calls.open(node.file()), calls::close);
    Descriptor.Use use = opened.use().orElseThrow();
    synchronized (this) {
      if (!closed) {
        held = new Held(opened, now);
        return use;
      }
    }
    opened.close();
    return use;
  }

  private synchronized Optional<Descriptor.Use> keptUse() {
    return held == null ? Optional.empty() : held.descriptor().use();
  }

  private void dropUnless(Optional<Object> now) {
    boolean another;
    synchronized (this) {
      another = held != null && !held.identity().equals(now);
    }
    if (another) {
      drop();
    }
  }

  private void drop() {
    Held dropped;
    synchronized (this) {
      dropped = held;
      held = null;
    }
    if (dropped != null) {
      dropped.descriptor().close();
    }
  }

  /** Lets the disk go, at once or as soon as the request under way is back. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    drop();
  }
}
