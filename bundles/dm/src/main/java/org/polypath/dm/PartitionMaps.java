package org.polypath.dm;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.polypath.api.map.KernelMap;
import org.polypath.dm.Host.Holder;

/** Finds the partition maps of a multipath map: dm UUID {@code part<N>-mpath-<WWID>}. */
final class PartitionMaps {
  private static final Pattern PART = Pattern.compile("part\\d+-");

  private final Host host;

  PartitionMaps(Host host) {
    this.host = host;
  }

  /** The map's partition maps, by their names. */
  List<Holder> of(DeviceInfo map) {
    return host.holders(map).stream()
        .filter(holder -> isPartition(holder.uuid(), map.uuid()))
        .sorted(Comparator.comparing(Holder::name))
        .toList();
  }

  /** What a partition map is called when its map is renamed; what follows the name is kept. */
  static String renamed(String partition, String from, String to) {
    return partition.startsWith(from) ? to + partition.substring(from.length()) : partition;
  }

  static boolean isPartition(String uuid, String mapUuid) {
    return mapUuid.startsWith(KernelMap.UUID_PREFIX)
        && uuid.endsWith(mapUuid)
        && PART.matcher(uuid.substring(0, uuid.length() - mapUuid.length())).matches();
  }
}
