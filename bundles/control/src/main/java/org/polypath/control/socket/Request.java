package org.polypath.control.socket;

import java.util.Comparator;

/**
 * A request that waits for a thread. Those of privileged clients come first: whatever others ask
 * for, and however often, does not hold an administrator up.
 *
 * @param privileged whether its client is
 * @param arrived when it came, in {@link System#nanoTime}
 * @param work answers it
 */
record Request(boolean privileged, long arrived, Runnable work)
    implements Runnable, Comparable<Request> {
  private static final Comparator<Request> ORDER =
      Comparator.comparing((Request request) -> !request.privileged())
          .thenComparing((one, other) -> Long.signum(one.arrived() - other.arrived()));

  @Override
  public void run() {
    work.run();
  }

  @Override
  public int compareTo(Request other) {
    return ORDER.compare(this, other);
  }
}
