package org.polypath.container;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** When paths were checked by any version of {@link SwappedChecker}. */
final class CheckTimes implements Consumer<String>, AutoCloseable {
  private final Map<String, Long> last = new ConcurrentHashMap<>();
  private final AtomicLong longest = new AtomicLong();
  private final AtomicLong count = new AtomicLong();

  CheckTimes() {
    System.getProperties().put(SwappedChecker.LISTENER, this);
  }

  @Override
  public void accept(String path) {
    long now = System.nanoTime();
    Long before = last.put(path, now);
    if (before != null) {
      longest.accumulateAndGet(now - before, Math::max);
    }
    count.incrementAndGet();
  }

  /** The longest time between two checks of one path. */
  long longestGapMillis() {
    return longest.get() / 1_000_000;
  }

  long checks() {
    return count.get();
  }

  @Override
  public void close() {
    System.getProperties().remove(SwappedChecker.LISTENER);
  }
}
