package org.polypath.deployer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Files that hold at the start something else than what served before the daemon's end. That serves
 * first: only with what is in use an update can be compared. Used by one thread.
 */
final class HeldUpdates {
  /** After so long what is going to be in use is: paths are checked every few seconds. */
  static final Duration UNTIL_IN_USE = Duration.ofSeconds(30);

  private final LongSupplier nanoTime;
  private final Map<String, Long> since = new TreeMap<>();

  HeldUpdates(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  void hold(String file) {
    since.put(file, nanoTime.getAsLong());
  }

  void release(String file) {
    since.remove(file);
  }

  /** Those that have waited long enough; each is told once. */
  List<String> due() {
    long now = nanoTime.getAsLong();
    List<String> due =
        since.entrySet().stream()
            .filter(held -> now - held.getValue() >= UNTIL_IN_USE.toNanos())
            .map(Map.Entry::getKey)
            .toList();
    due.forEach(since::remove);
    return due;
  }
}
