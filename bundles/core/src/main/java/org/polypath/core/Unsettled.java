package org.polypath.core;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.polypath.api.path.Wwid;

/**
 * Maps that have to be looked at: named, planned, compared with the kernel's. Only those are looked
 * at to which something happened, so that a thousand that wait for answers cost nothing.
 *
 * <p>New maps get their names and device numbers in the order in which they became known: one that
 * is ready is held while an earlier one waits for its answers.
 */
final class Unsettled {
  private final Set<Wwid> members = new LinkedHashSet<>();
  private final Set<Wwid> stirred = new LinkedHashSet<>();

  /** New maps that wait for answers, by age. */
  private final TreeMap<Long, Wwid> waiting = new TreeMap<>();

  /** New maps that are ready and held, by age. */
  private final TreeMap<Long, Wwid> held = new TreeMap<>();

  boolean contains(MapEntry map) {
    return members.contains(map.wwid);
  }

  /** A map has to be looked at. */
  void add(MapEntry map) {
    members.add(map.wwid);
    stirred.add(map.wwid);
  }

  /** Something happened for which a map may have waited. */
  void stir(MapEntry map) {
    if (members.contains(map.wwid)) {
      stirred.add(map.wwid);
    }
  }

  /** A map is as it should be, or cannot be helped. */
  void remove(MapEntry map) {
    members.remove(map.wwid);
    stirred.remove(map.wwid);
    held.remove(map.order);
    noteWaiting(map, false);
  }

  /** Takes the next one to which something happened. */
  Optional<Wwid> next() {
    Iterator<Wwid> first = stirred.iterator();
    if (!first.hasNext()) {
      return Optional.empty();
    }
    Wwid next = first.next();
    first.remove();
    return Optional.of(next);
  }

  /** Whether a new map has to wait for an earlier one. */
  boolean isBehind(MapEntry map) {
    return !waiting.isEmpty() && waiting.firstKey() < map.order;
  }

  /** Keeps a new map that is ready until no earlier one waits. */
  void hold(MapEntry map) {
    held.put(map.order, map.wwid);
  }

  /** Notes whether a new map waits for answers; whoever was held for its sake goes on. */
  void noteWaiting(MapEntry map, boolean waits) {
    if (waits) {
      waiting.put(map.order, map.wwid);
    } else if (waiting.remove(map.order) != null) {
      long first = waiting.isEmpty() ? Long.MAX_VALUE : waiting.firstKey();
      List<Long> free = List.copyOf(held.headMap(first).keySet());
      free.forEach(order -> stirred.add(held.remove(order)));
    }
  }

  Unsettled copy() {
    Unsettled copy = new Unsettled();
    copy.members.addAll(members);
    copy.stirred.addAll(stirred);
    copy.waiting.putAll(waiting);
    copy.held.putAll(held);
    return copy;
  }
}
