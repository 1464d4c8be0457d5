package org.polypath.dm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.polypath.api.path.DeviceNumber;
import org.polypath.dm.Host.Holder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Renames a map with its partition maps.
 *
 * <p>The kernel renames the device that has a name now, whatever its UUID. So the name is looked up
 * right before, and the kernel says which device it met: another one that had the name by then gets
 * it back. What others do to the map after it was renamed is theirs.
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
    DeviceInfo meant = find(device);
    if (meant.name().equals(newName)) {
      return;
    }
    DeviceNumber met = mapper.rename(meant.name(), newName, notice);
    // a number that became free may be another device's, but not while the meant one has it
    boolean right = met.equals(meant.number()) && mapper.find(device.uuid()).isPresent();
    if (!right) {
      giveBack(met, newName, meant.name(), notice);
      throw failure(meant.name(), "another device had that name by then");
    }
  }

  /** A device that was renamed in the map's place gets its name back, if it has the new one yet. */
  private void giveBack(DeviceNumber device, String newName, String name, UdevNotice notice) {
    try {
      boolean has = mapper.info(newName).filter(found -> found.number().equals(device)).isPresent();
      if (!has || mapper.rename(newName, name, notice).equals(device)) {
        return;
      }
      LOG.error("another device was renamed by mistake: {} -> {}", newName, name);
    } catch (TaskException e) {
      LOG.error(
          "device {} is called {} by mistake and was {}: {}",
          device,
          newName,
          name,
          e.getMessage());
    }
  }

  private DeviceInfo find(Holder device) {
    return mapper
        .find(device.uuid())
        .orElseThrow(() -> failure(device.name(), "no device has the dm UUID " + device.uuid()));
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
