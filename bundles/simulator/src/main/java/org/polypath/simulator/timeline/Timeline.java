package org.polypath.simulator.timeline;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * The one thread that owns the SAN and its maps, and the time it lives in. Everything in the
 * simulator but this is used from that thread alone.
 */
public interface Timeline {
  /** The time since the simulator was started. */
  Duration now();

  /** Runs something later; called from the timeline's own thread or before anything runs. */
  Alarm after(Duration delay, Runnable action);

  /**
   * Runs something on the timeline and waits for its result. Any thread may call.
   *
   * @throws TimelineEndedException if the timeline has ended
   */
  <T> T ask(Supplier<T> question);

  /** As {@link #ask}, without a result. */
  default void tell(Runnable action) {
    ask(
        () -> {
          action.run();
          return Boolean.TRUE;
        });
  }

  /** As {@link #tell}, but nothing happens where the timeline has ended. */
  default void tellIfRunning(Runnable action) {
    try {
      tell(action);
    } catch (TimelineEndedException e) {
      // whatever it was to end has ended with the timeline
    }
  }

  /** Something that will happen unless it is cancelled. */
  interface Alarm {
    /** Takes it back, if it has not happened yet. */
    void cancel();
  }
}
