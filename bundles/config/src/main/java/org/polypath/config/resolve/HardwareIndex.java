package org.polypath.config.resolve;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.polypath.api.path.PathFacts;
import org.polypath.config.model.DeviceEntry;

/**
 * Finds the entries for a path's hardware. A host has thousands of paths to a few kinds of arrays,
 * so what was found for one kind is kept. Any thread may call.
 */
final class HardwareIndex {
  /** More kinds than this on one host are not remembered. */
  private static final int MAX_KINDS = 1000;

  private final List<DeviceEntry> entries;
  private final Map<Kind, List<DeviceEntry>> found = new ConcurrentHashMap<>();

  HardwareIndex(List<DeviceEntry> entries) {
    this.entries = entries;
  }

  private record Kind(String vendor, String product, String revision) {}

  /** The entries that match, weak ones first. */
  List<DeviceEntry> matching(PathFacts path) {
    Kind kind = new Kind(path.vendor(), path.product(), path.revision());
    List<DeviceEntry> known = found.get(kind);
    if (known != null) {
      return known;
    }
    List<DeviceEntry> matching = entries.stream().filter(entry -> entry.matches(path)).toList();
    if (found.size() < MAX_KINDS) {
      found.put(kind, matching);
    }
    return matching;
  }
}
