package org.polypath.simulator.timeline;

/** The simulator has been stopped: nothing can be asked of it any more. */
public final class TimelineEndedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TimelineEndedException(Throwable cause) {
    super("the simulator has been stopped", cause);
  }
}
