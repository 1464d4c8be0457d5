package org.polypath.daemon;

import java.util.concurrent.TimeUnit;

/**
 * How often readers get a new snapshot: so that making them takes a tenth of the core's time, and a
 * hundredth while nobody looks, or every fifth of a second where they are long in making. With a
 * few paths that is after every batch.
 */
final class PublicationPace {
  private static final int SHARE = 10;
  private static final int SHARE_UNSEEN = 100;

  /** Readers wait no longer than this: the first snapshots of a process are slow to make. */
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  private long made;
  private long took;
  private long notBefore;
  private boolean waiting;

  PublicationPace(long nanoTime) {
    made = nanoTime;
    notBefore = nanoTime;
  }

  /**
   * Something changed: whether readers are to be told now, or a little later.
   *
   * @param seen whether anybody looked at the last snapshot, or waits for the next
   */
  boolean isDue(long nanoTime, boolean seen) {
    notBefore = made + Math.min(LONGEST_PAUSE_NANOS, ((seen ? SHARE : SHARE_UNSEEN) - 1) * took);
    waiting = nanoTime - notBefore < 0;
    return !waiting;
  }

  /** A snapshot was made between these times. */
  void made(long begin, long end) {
    waiting = false;
    made = end;
    took = end - begin;
  }

  /** How long the thread may sleep, given that it has nothing else to do for so long. */
  long sleepMillis(long nanoTime, long otherwise) {
    if (!waiting) {
      return otherwise;
    }
    long left = TimeUnit.NANOSECONDS.toMillis(notBefore - nanoTime) + 1;
    return Math.max(1, Math.min(left, otherwise));
  }
}
