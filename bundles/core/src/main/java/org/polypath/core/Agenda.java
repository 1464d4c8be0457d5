package org.polypath.core;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.polypath.api.path.Wwid;

/**
 * When which path or map has to be looked at. An appointment says only that it is time to look:
 * whether there is still something to do is seen then, so that none ever has to be cancelled. Times
 * are {@link Moment#millis}.
 */
final class Agenda {
  private final PriorityQueue<Appointment> appointments = new PriorityQueue<>();
  private long order;

  /** A time to look at something. */
  sealed interface Appointment extends Comparable<Appointment> {
    long at();

    long order();

    /** Continues with the one that it is. */
    void fold(Consumer<String> path, Consumer<Wwid> map, Runnable scan, LongConsumer removal);

    @Override
    default int compareTo(Appointment other) {
      int byTime = Long.compare(at(), other.at());
      return byTime != 0 ? byTime : Long.compare(order(), other.order());
    }
  }

  /** A time to look at a path. */
  record OfPath(long at, long order, String path) implements Appointment {
    @Override
    public void fold(
        Consumer<String> ofPath, Consumer<Wwid> ofMap, Runnable ofScan, LongConsumer ofRemoval) {
      ofPath.accept(path);
    }
  }

  /** A time to look at a map. */
  record OfMap(long at, long order, Wwid map) implements Appointment {
    @Override
    public void fold(
        Consumer<String> ofPath, Consumer<Wwid> ofMap, Runnable ofScan, LongConsumer ofRemoval) {
      ofMap.accept(map);
    }
  }

  /** A time to list all paths. */
  record OfScan(long at, long order) implements Appointment {
    @Override
    public void fold(
        Consumer<String> ofPath, Consumer<Wwid> ofMap, Runnable ofScan, LongConsumer ofRemoval) {
      ofScan.run();
    }
  }

  /** A time to try a removal again. */
  record OfRemoval(long at, long order, long number) implements Appointment {
    @Override
    public void fold(
        Consumer<String> ofPath, Consumer<Wwid> ofMap, Runnable ofScan, LongConsumer ofRemoval) {
      ofRemoval.accept(number);
    }
  }

  /** Lists all paths at a time. */
  void scan(long at) {
    appointments.add(new OfScan(at, order++));
  }

  /** Tries a removal again at a time. */
  void removal(long at, long number) {
    appointments.add(new OfRemoval(at, order++, number));
  }

  /** Looks at a path at a time. */
  void path(long at, String path) {
    appointments.add(new OfPath(at, order++, path));
  }

  /** Looks at a map at a time. */
  void map(long at, Wwid map) {
    appointments.add(new OfMap(at, order++, map));
  }

  /** The earliest time; empty if there is none. */
  OptionalLong next() {
    Appointment first = appointments.peek();
    return first == null ? OptionalLong.empty() : OptionalLong.of(first.at());
  }

  /** Takes what is due, in order. */
  List<Appointment> due(long now) {
    List<Appointment> due = new ArrayList<>();
    while (!appointments.isEmpty() && appointments.peek().at() <= now) {
      due.add(appointments.remove());
    }
    return due;
  }

  Agenda copy() {
    Agenda copy = new Agenda();
    copy.appointments.addAll(appointments);
    copy.order = order;
    return copy;
  }
}
