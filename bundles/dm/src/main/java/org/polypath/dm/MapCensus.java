package org.polypath.dm;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.polypath.api.path.DeviceNumber;

/**
 * The multipath maps as they were listed last, to tell what has changed since. Used on the driver's
 * thread only.
 */
final class MapCensus {
  private record Entry(DeviceNumber number, long eventNumber, boolean ours) {}

  private final Supplier<DeviceMapper> mapper;
  private Map<String, Entry> known = Map.of();

  MapCensus(Supplier<DeviceMapper> mapper) {
    this.mapper = mapper;
  }

  /** Lists anew; names of maps that came, went, or had an event since the time before. */
  Set<String> changes() {
    Map<String, Entry> now = new HashMap<>();
    mapper.get().list().forEach(device -> now.put(device.name(), entry(device)));
    Set<String> changed = new TreeSet<>();
    known.forEach(
        (name, entry) -> {
          if (entry.ours() && !entry.equals(now.get(name))) {
            changed.add(name);
          }
        });
    now.forEach(
        (name, entry) -> {
          if (entry.ours() && !entry.equals(known.get(name))) {
            changed.add(name);
          }
        });
    known = now;
    return changed;
  }

  private Entry entry(ListedDevice device) {
    Entry before = known.get(device.name());
    boolean same = before != null && before.number().equals(device.number());
    boolean ours =
        same
            ? before.ours()
            : mapper.get().info(device.name()).filter(MapReader::isOurs).isPresent();
    return new Entry(device.number(), device.eventNumber(), ours);
  }
}
