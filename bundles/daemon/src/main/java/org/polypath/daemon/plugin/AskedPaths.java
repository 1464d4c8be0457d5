package org.polypath.daemon.plugin;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * The paths that a plug-in is asked about, and how often: where paths are checked every ten minutes
 * one is in use that nobody has asked about for five. Any thread may call.
 */
final class AskedPaths {
  /** A path is not expected to be asked about again after this time, and this many intervals. */
  private static final long FORGET_NANOS = TimeUnit.MINUTES.toNanos(2);

  private static final int FORGET_INTERVALS = 3;

  /** So long one is kept that is not expected: the interval to the next time is to be known. */
  private static final long KEEP_NANOS = TimeUnit.HOURS.toNanos(1);

  private final LongSupplier nanoTime;
  private final Map<String, Asked> byPath = new ConcurrentHashMap<>();

  AskedPaths(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** When it was asked last, and how long after the time before; 0 if there was none. */
  private record Asked(long at, long interval) {
    boolean isWithin(long least, long now) {
      return now - at <= Math.max(least, FORGET_INTERVALS * interval);
    }

    Asked later(Asked other) {
      return other.at - at > 0 ? other : this;
    }
  }

  void note(String path) {
    long now = nanoTime.getAsLong();
    byPath.compute(path, (name, last) -> new Asked(now, last == null ? 0 : now - last.at()));
  }

  void addAll(AskedPaths others) {
    others.byPath.forEach((path, asked) -> byPath.merge(path, asked, Asked::later));
  }

  /** Those that are going to be asked about again, as far as one can tell. */
  Set<String> expected() {
    long now = nanoTime.getAsLong();
    byPath.values().removeIf(asked -> !asked.isWithin(KEEP_NANOS, now));
    return byPath.entrySet().stream()
        .filter(entry -> entry.getValue().isWithin(FORGET_NANOS, now))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** How many there are and were. */
  int count() {
    return byPath.size();
  }
}
