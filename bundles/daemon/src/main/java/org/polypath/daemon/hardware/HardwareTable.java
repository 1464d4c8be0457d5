package org.polypath.daemon.hardware;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The hardware entries that are there, by whoever brought them. Any thread may call. */
final class HardwareTable {
  private final Map<Object, HardwareSource> sources = new ConcurrentHashMap<>();
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
    return sources.values().stream().sorted(HardwareSource.WEAK_FIRST).toList();
  }

  /** What all of them say. */
  HardwareEntries entries() {
    List<HardwareSource> sorted = sources();
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
