package org.polypath.control.turn;

import java.util.concurrent.TimeUnit;

/**
 * Work for a client that waits for a thread. That for privileged clients comes first: whatever
 * others ask for, and however often, does not hold an administrator up. Nor does he hold up others
 * for ever: who waits for a second goes before all who come then.
 *
 * @param privileged whether its client is
 * @param arrived when it came, in {@link System#nanoTime}
 * @param work does it
 */
public record Turn(boolean privileged, long arrived, Runnable work)
    implements Runnable, Comparable<Turn> {
  private static final long PRECEDENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Work that came now. */
  public static Turn now(boolean privileged, Runnable work) {
    return new Turn(privileged, System.nanoTime(), work);
  }

  @Override
  public void run() {
    work.run();
  }

  @Override
  public int compareTo(Turn other) {
    return Long.signum(place() - other.place());
  }

  private long place() {
    return privileged ? arrived - PRECEDENCE_NANOS : arrived;
  }
}
