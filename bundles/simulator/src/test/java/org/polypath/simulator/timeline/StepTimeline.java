package org.polypath.simulator.timeline;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** A timeline that moves only when it is told to, on the caller's thread. */
public final class StepTimeline implements Timeline {
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparing(Entry::at).thenComparing(Entry::order));
  private Duration now = Duration.ZERO;
  private long order;

  private record Entry(Duration at, long order, Runnable action) {}

  @Override
  public Duration now() {
    return now;
  }

  @Override
  public Alarm after(Duration delay, Runnable action) {
    Entry entry = new Entry(now.plus(delay), order++, action);
    entries.add(entry);
    return () -> entries.remove(entry);
  }

  @Override
  public <T> T ask(Supplier<T> question) {
    return question.get();
  }

  /** Lets time pass, and everything happen that is due. */
  public void advance(Duration by) {
    Duration end = now.plus(by);
    while (!entries.isEmpty() && entries.peek().at().compareTo(end) <= 0) {
      Entry entry = entries.remove();
      now = entry.at();
      entry.action().run();
    }
    now = end;
  }
}
