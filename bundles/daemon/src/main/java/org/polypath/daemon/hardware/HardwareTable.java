package org.polypath.daemon.hardware;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The hardware entries that are there, by whoever brought them. While two versions of a bundle, or
 * two bundles of one version, are there, those of the one that was there first hold: the other one
 * is on trial, and its entries come into force when the first one leaves. Any thread may call.
 */
final class HardwareTable {
  private final Map<Object, HardwareSource> sources =
      Collections.synchronizedMap(new LinkedHashMap<>());
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** Takes entries in; a second time for the same owner replaces them. */
  void put(Object owner, HardwareSource source) {
    sources.put(owner, source);
    listeners.forEach(Runnable::run);
  }

  /** Takes the entries of an owner out. */
  void remove(Object owner) {
    if (sources.remove(owner) != null) {
      listeners.forEach(Runnable::run);
    }
  }

  /** All of them as they are now, weak ones first. */
  List<HardwareSource> sources() {
    return inOrderOfArrival().stream().sorted(HardwareSource.WEAK_FIRST).toList();
  }

  private List<HardwareSource> inOrderOfArrival() {
    synchronized (sources) {
      return List.copyOf(sources.values());
    }
  }

  /** What those that hold say. */
  HardwareEntries entries() {
    Map<String, Long> holding = new HashMap<>();
    List<HardwareSource> arrived = inOrderOfArrival();
    arrived.forEach(source -> holding.putIfAbsent(source.bundle(), source.number()));
    List<HardwareSource> sorted =
        arrived.stream()
            .filter(source -> source.number() == holding.get(source.bundle()))
            .sorted(HardwareSource.WEAK_FIRST)
            .toList();
    return new HardwareEntries(
        sorted.stream().flatMap(source -> source.texts().stream()).toList(),
        sorted.stream().flatMap(source -> source.findings().stream()).toList());
  }

  /** Tells of every change until the answer is run. */
  Runnable watch(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }
}
