package org.polypath.config.names;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An immutable map that grows entry by entry: most of it is shared with the map it grew from, so
 * that ten thousand maps can be named one after the other.
 */
final class GrowingMap<K, V> {
  private static final int MAX_RECENT = 128;

  private final Map<K, V> old;
  private final Map<K, V> recent;

  private GrowingMap(Map<K, V> old, Map<K, V> recent) {
    this.old = old;
    this.recent = recent;
  }

  /** A map of entries that the caller does not change any more. */
  static <K, V> GrowingMap<K, V> of(Map<K, V> entries) {
    return new GrowingMap<>(entries, Map.of());
  }

  Optional<V> get(K key) {
    return Optional.ofNullable(recent.get(key)).or(() -> Optional.ofNullable(old.get(key)));
  }

  boolean has(K key) {
    return recent.containsKey(key) || old.containsKey(key);
  }

  int size() {
    return old.size() + recent.size();
  }

  /** This and one entry more, whose key is new. */
  GrowingMap<K, V> with(K key, V value) {
    Map<K, V> more = new HashMap<>(recent);
    more.put(key, value);
    GrowingMap<K, V> grown = new GrowingMap<>(old, more);
    return more.size() <= MAX_RECENT ? grown : of(grown.copy());
  }

  /** The entries, to be changed as one likes. */
  Map<K, V> copy() {
    Map<K, V> all = new HashMap<>(old);
    all.putAll(recent);
    return all;
  }
}
