package org.polypath.core;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.map.KernelMap;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.Wwid;

/**
 * Which path a device number is, and which of the kernel's maps hold it: found without walking all
 * of them.
 */
final class DeviceIndex {
  private final Map<DeviceNumber, PathEntry> paths = new HashMap<>();
  private final Map<DeviceNumber, Set<Wwid>> holders = new HashMap<>();

  void add(PathEntry path) {
    paths.put(path.facts.number(), path);
  }

  void remove(PathEntry path, DeviceNumber number) {
    paths.remove(number, path);
  }

  Optional<PathEntry> path(DeviceNumber number) {
    return Optional.ofNullable(paths.get(number));
  }

  /** The kernel shows a map otherwise than before. */
  void shown(Wwid wwid, Optional<KernelMap> before, Optional<KernelMap> after) {
    devices(before).forEach(device -> let(device, wwid));
    devices(after)
        .forEach(device -> holders.computeIfAbsent(device, d -> new LinkedHashSet<>()).add(wwid));
  }

  /** The maps that hold a device in the kernel. */
  List<Wwid> holders(DeviceNumber number) {
    return List.copyOf(holders.getOrDefault(number, Set.of()));
  }

  private void let(DeviceNumber device, Wwid wwid) {
    Set<Wwid> maps = holders.get(device);
    if (maps != null && maps.remove(wwid) && maps.isEmpty()) {
      holders.remove(device);
    }
  }

  private static Set<DeviceNumber> devices(Optional<KernelMap> map) {
    return map.map(kernel -> kernel.table().devices()).orElse(Set.of());
  }
}
