package org.polypath.dm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.polypath.dm.Host.Holder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renames a map with its partition maps.
 *
 * <p>The kernel renames the device that has a name now, whatever its UUID. So the name is looked up
 * right before, and afterwards who got the new one: a device that got it in the map's place gets
 * its own back.
 */
final class MapRenaming {
  private static final Logger LOG = LoggerFactory.getLogger(MapRenaming.class);

  private final DeviceMapper mapper;
  private final PartitionMaps partitions;
  private final UdevWork udev;

  MapRenaming(DeviceMapper mapper, PartitionMaps partitions, UdevWork udev) {
    this.mapper = mapper;
    this.partitions = partitions;
    this.udev = udev;
  }

  /** A map that has the name already is done. */
  CompletionStage<Void> rename(DeviceInfo map, String newName) {
    Map<Holder, String> newNames = new LinkedHashMap<>();
    newNames.put(new Holder(map.name(), map.uuid()), newName);
    partitions
        .of(map)
        .forEach(
            part -> newNames.put(part, PartitionMaps.renamed(part.name(), map.name(), newName)));
    List<String> nodes = new ArrayList<>(newNames.keySet().stream().map(Holder::name).toList());
    newNames.values().stream().filter(name -> !nodes.contains(name)).forEach(this::requireFree);
    nodes.addAll(newNames.values());
    return udev.run(
        map.name(),
        nodes,
        UdevFlags.SAME_CONTENT,
        notice -> {
          newNames.forEach((device, name) -> rename(map, device, name, notice));
          return CompletableFuture.completedFuture(null);
        });
  }

  private void rename(DeviceInfo map, Holder device, String newName, UdevNotice notice) {
    try {
      rename(device, newName, notice);
    } catch (TaskException e) {
      if (device.uuid().equals(map.uuid())) {
        throw e;
      }
      LOG.warn("partition map keeps its name: {}", e.refused().text());
    }
  }

  private void rename(Holder device, String newName, UdevNotice notice) {
    String name =
        name(device)
            .orElseThrow(
                () -> failure(device.name(), "no device has the dm UUID " + device.uuid()));
    if (name.equals(newName)) {
      return;
    }
    mapper.rename(name, newName, notice);
    if (!name(device).equals(Optional.of(newName))) {
      mapper.rename(newName, name, notice);
      throw failure(name, "another device was given the name meanwhile");
    }
  }

  private Optional<String> name(Holder device) {
    return mapper.find(device.uuid()).map(DeviceInfo::name);
  }

  private static TaskException failure(String name, String said) {
    return new TaskException(Step.RENAME, name, Errno.ENXIO, said);
  }

  private void requireFree(String name) {
    if (mapper.info(name).isPresent()) {
      throw new TaskException(Step.RENAME, name, Errno.EEXIST, "there is a dm device of this name");
    }
  }
}
