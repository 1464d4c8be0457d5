package org.polypath.core;

/**
 * How often in a row a map's table or name was put right after somebody else had changed it. The
 * second time waits one polling interval, the next two, four …: nobody fights over a map in a loop.
 */
final class Corrections {
  private int count;
  private long last;

  /** When the next one may be made; a time that has passed if it may be now. */
  long nextAt(long interval) {
    long intervals = count == 0 ? 0 : Backoff.intervals(count - 1);
    return last + intervals * interval;
  }

  /** One was made. */
  void made(long now, long interval) {
    boolean longAgo = now - last > 2L * Backoff.LONGEST_INTERVALS * interval;
    count = longAgo ? 1 : count + 1;
    last = now;
  }

  /** Another table is wanted now. */
  void over() {
    count = 0;
  }

  Corrections copy() {
    Corrections copy = new Corrections();
    copy.count = count;
    copy.last = last;
    return copy;
  }
}
