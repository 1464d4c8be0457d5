package org.polypath.simulator.map;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.polypath.api.map.KernelMap;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.Wwid;
import org.polypath.simulator.san.BlockRequest;
import org.polypath.simulator.san.BlockResult;

/** A map of the simulated device-mapper. Timeline thread only. */
public final class SimulatedMap implements MultipathTarget.Owner {
  private enum Flow {
    RUNNING,
    QUIESCING,
    SUSPENDED
  }

  private final Wwid wwid;
  private final DeviceNumber number;
  private final Consumer<SimulatedMap> changed;
  private final Consumer<SimulatedMap> closed;
  private final Deque<MapRequest> held = new ArrayDeque<>();
  private String name;
  private MultipathTarget target;
  private boolean readOnly;
  private Flow flow = Flow.RUNNING;
  private boolean flushing;
  private Runnable whenQuiet = () -> {};
  private boolean removedWhenClosed;
  private int openCount;
  private long events;

  SimulatedMap(
      String name,
      Wwid wwid,
      DeviceNumber number,
      Consumer<SimulatedMap> changed,
      Consumer<SimulatedMap> closed) {
    this.name = name;
    this.wwid = wwid;
    this.number = number;
    this.changed = changed;
    this.closed = closed;
  }

  /** Its name of now. */
  public String name() {
    return name;
  }

  /** The disk's size in bytes. */
  public long bytes() {
    return target.table().sectors() * 512;
  }

  /** Whether writes are refused. */
  public boolean isReadOnly() {
    return readOnly;
  }

  /** How many requests wait in the map, because it has no path or is suspended. */
  public int waiting() {
    return held.size() + target.waiting();
  }

  /** One more user. */
  public void open() {
    openCount++;
  }

  /** One user less; the last one takes a map along whose removal was deferred. */
  public void close() {
    openCount--;
    if (openCount == 0 && removedWhenClosed) {
      closed.accept(this);
    }
  }

  /**
   * Reads or writes.
   *
   * @param processor the processor it is given on, from 0
   * @param done told the result, now or later, on the timeline
   */
  public void submit(int processor, BlockRequest request, Consumer<BlockResult> done) {
    if (request.writes() && readOnly) {
      done.accept(new BlockResult.Refused("the map is read-only"));
    } else {
      requeue(new MapRequest(request, processor, done));
    }
  }

  Wwid wwid() {
    return wwid;
  }

  DeviceNumber number() {
    return number;
  }

  boolean isOpen() {
    return openCount > 0;
  }

  boolean isSuspended() {
    return flow != Flow.RUNNING;
  }

  boolean isQuiescing() {
    return flow == Flow.QUIESCING;
  }

  MultipathTarget target() {
    return target;
  }

  void use(MultipathTarget newTarget, boolean newReadOnly) {
    target = newTarget;
    readOnly = newReadOnly;
  }

  void rename(String newName) {
    name = newName;
    event();
  }

  void removeWhenClosed(boolean remove) {
    removedWhenClosed = remove;
  }

  /** Holds new requests back, waits for those on the paths, then does something. */
  void quiesce(boolean flush, Runnable then) {
    flow = Flow.QUIESCING;
    flushing = flush;
    held.addAll(target.drain());
    if (flush) {
      target.suspendQueueing();
    }
    whenQuiet = then;
    returned();
  }

  /** Lets requests go on, the held ones first. */
  void resume() {
    flow = Flow.RUNNING;
    target.resumeQueueing();
    List<MapRequest> waiting = List.copyOf(held);
    held.clear();
    waiting.forEach(this::requeue);
  }

  @Override
  public void event() {
    events++;
    changed.accept(this);
  }

  @Override
  public void requeue(MapRequest request) {
    if (flow == Flow.RUNNING) {
      target.submit(request);
    } else {
      held.add(request);
    }
  }

  @Override
  public boolean takesBack() {
    return flow != Flow.RUNNING && !flushing;
  }

  @Override
  public void returned() {
    if (flow == Flow.QUIESCING && target.isQuiet()) {
      flow = Flow.SUSPENDED;
      whenQuiet.run();
    }
  }

  KernelMap snapshot() {
    return new KernelMap(
        name,
        wwid,
        number,
        target.table(),
        target.status(),
        events,
        openCount,
        isSuspended(),
        readOnly,
        removedWhenClosed);
  }
}
