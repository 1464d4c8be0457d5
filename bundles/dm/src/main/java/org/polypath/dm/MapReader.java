package org.polypath.dm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.polypath.api.map.KernelDevices;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.MultipathStatus;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.path.Wwid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what the kernel holds into records. Used on the driver's thread only. */
final class MapReader {
  private static final Logger LOG = LoggerFactory.getLogger(MapReader.class);

  private final DeviceMapper mapper;
  private final Map<String, String> unreadable = new HashMap<>();

  MapReader(DeviceMapper mapper) {
    this.mapper = mapper;
  }

  KernelDevices read() {
    List<KernelMap> maps = new ArrayList<>();
    Set<String> others = new HashSet<>();
    for (ListedDevice device : mapper.list()) {
      Optional<DeviceInfo> ours = mapper.info(device.name()).filter(MapReader::isOurs);
      Optional<KernelMap> map = ours.flatMap(this::read);
      map.ifPresent(maps::add);
      if (map.isEmpty() && ours.filter(this::isUnfinished).isEmpty()) {
        others.add(device.name());
      }
    }
    unreadable.keySet().retainAll(others);
    return new KernelDevices(maps, others);
  }

  /** Whether a map has no table yet: its creation goes on, or was cut off. Its name is its own. */
  private boolean isUnfinished(DeviceInfo info) {
    return ifThere(info, () -> Optional.of(mapper.table(info))).filter(List::isEmpty).isPresent();
  }

  /** Empty if there is no such device, or it is no multipath map of ours. */
  Optional<KernelMap> read(String name) {
    return mapper.info(name).filter(MapReader::isOurs).flatMap(this::read);
  }

  /** Whether a device's UUID says that it is a multipath map. */
  static boolean isOurs(DeviceInfo info) {
    return info.uuid().startsWith(KernelMap.UUID_PREFIX) && Wwid.isValid(wwidText(info));
  }

  private Optional<KernelMap> read(DeviceInfo info) {
    return ifThere(
        info,
        () -> {
          Optional<Target> table = onlyMultipath(mapper.table(info));
          Optional<Target> status = onlyMultipath(mapper.status(info));
          return table.isEmpty() || status.isEmpty()
              ? Optional.empty()
              : parse(info, table.get(), status.get());
        });
  }

  private static <T> Optional<T> ifThere(DeviceInfo info, Supplier<Optional<T>> question) {
    try {
      return question.get();
    } catch (TaskException e) {
      if (!isGone(e)) {
        throw e;
      }
      LOG.debug("map not read: name: {}, reason: {}", info.name(), e.getMessage());
      return Optional.empty();
    }
  }

  /** Only these mean that it went while it was read; anything else says nothing about the map. */
  private static boolean isGone(TaskException e) {
    return e.errno() == Errno.ENXIO || e.errno() == Errno.ENODEV || e.errno() == Errno.ENOENT;
  }

  private Optional<KernelMap> parse(DeviceInfo info, Target table, Target status) {
    Optional<MultipathTable> parsed = MultipathTable.parse(table.sectors(), table.text());
    Optional<MultipathStatus> parsedStatus = MultipathStatus.parse(status.text());
    if (parsed.isEmpty() || parsedStatus.isEmpty()) {
      reportUnreadable(info.name(), table.text() + " / " + status.text());
      return Optional.empty();
    }
    unreadable.remove(info.name());
    return Optional.of(
        new KernelMap(
            info.name(),
            new Wwid(wwidText(info)),
            info.number(),
            parsed.get(),
            parsedStatus.get(),
            info.eventNumber(),
            info.openCount(),
            info.suspended(),
            info.readOnly(),
            info.removalDeferred()));
  }

  private void reportUnreadable(String name, String texts) {
    if (!texts.equals(unreadable.put(name, texts))) {
      LOG.warn("map left alone, its table or status is not understood: {}: {}", name, texts);
    }
  }

  private static Optional<Target> onlyMultipath(List<Target> targets) {
    return targets.size() == 1 && targets.get(0).type().equals(Target.MULTIPATH)
        ? Optional.of(targets.get(0))
        : Optional.empty();
  }

  private static String wwidText(DeviceInfo info) {
    return info.uuid().substring(KernelMap.UUID_PREFIX.length());
  }
}
