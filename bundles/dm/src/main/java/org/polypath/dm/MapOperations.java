package org.polypath.dm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOperation.Create;
import org.polypath.api.map.MapOperation.Message;
import org.polypath.api.map.MapOperation.Reload;
import org.polypath.api.map.MapOperation.Remove;
import org.polypath.api.map.MapOperation.Rename;
import org.polypath.api.map.MapOperation.Resume;
import org.polypath.api.map.MapOperation.Suspend;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.UdevHints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out operations on maps. Called on the driver's thread; a method throws {@link
 * TaskException}, or its stage fails with it, if the operation is not done.
 */
final class MapOperations implements MapOperation.Visitor<CompletionStage<Void>> {
  private static final Logger LOG = LoggerFactory.getLogger(MapOperations.class);
  private static final UdevHints SAME_CONTENT = new UdevHints(true, false, false);

  private final DeviceMapper mapper;
  private final PartitionMaps partitions;
  private final UdevWork udev;
  private final Suspension suspension;
  private final MapRemoval removal;

  MapOperations(
      DeviceMapper mapper,
      PartitionMaps partitions,
      UdevWork udev,
      Suspension suspension,
      MapRemoval removal) {
    this.mapper = mapper;
    this.partitions = partitions;
    this.udev = udev;
    this.suspension = suspension;
    this.removal = removal;
  }

  @Override
  public CompletionStage<Void> create(Create operation) {
    String name = operation.name();
    return udev.run(
        name,
        List.of(name),
        UdevFlags.of(operation.hints()),
        notice -> {
          mapper.create(name, KernelMap.UUID_PREFIX + operation.wwid());
          DeviceInfo map = loadOrRemove(operation, notice);
          return suspension
              .resume(name, map, false, notice)
              .exceptionallyCompose(failure -> removeAgain(name, notice, failure));
        });
  }

  @Override
  public CompletionStage<Void> reload(Reload operation) {
    String name = operation.name();
    DeviceInfo map = MapLookUp.own(mapper, name);
    long sectors = mapper.table(name).stream().mapToLong(Target::sectors).sum();
    boolean sizeChanges = sectors != operation.table().sectors();
    load(name, operation.table(), operation.readOnly());
    return suspension
        .resume(name, map, sizeChanges, UdevFlags.of(operation.hints()))
        .exceptionallyCompose(failure -> goBack(name, map, failure));
  }

  @Override
  public CompletionStage<Void> rename(Rename operation) {
    DeviceInfo map = MapLookUp.own(mapper, operation.name());
    Map<String, String> names = new LinkedHashMap<>();
    names.put(operation.name(), operation.newName());
    partitions
        .of(map)
        .forEach(
            part ->
                names.put(
                    part, PartitionMaps.renamed(part, operation.name(), operation.newName())));
    names.values().stream().filter(name -> !names.containsKey(name)).forEach(this::requireFree);
    List<String> nodes = new ArrayList<>(names.keySet());
    nodes.addAll(names.values());
    return udev.run(
        operation.name(),
        nodes,
        UdevFlags.of(SAME_CONTENT),
        notice -> {
          names.forEach((name, newName) -> rename(operation, name, newName, notice));
          return CompletableFuture.completedFuture(null);
        });
  }

  @Override
  public CompletionStage<Void> suspend(Suspend operation) {
    DeviceInfo map = MapLookUp.own(mapper, operation.name());
    return suspension.suspend(operation.name(), map, operation.flush());
  }

  @Override
  public CompletionStage<Void> resume(Resume operation) {
    DeviceInfo map = MapLookUp.own(mapper, operation.name());
    return suspension.resume(operation.name(), map, false, UdevFlags.of(SAME_CONTENT));
  }

  @Override
  public CompletionStage<Void> remove(Remove operation) {
    return removal.remove(operation);
  }

  @Override
  public CompletionStage<Void> message(Message operation) {
    MapLookUp.own(mapper, operation.name());
    mapper.message(operation.name(), operation.text());
    return CompletableFuture.completedFuture(null);
  }

  /** A resume that fails leaves the map suspended with its old table: let that one go on. */
  private CompletionStage<Void> goBack(String name, DeviceInfo map, Throwable failure) {
    try {
      mapper.clear(name);
    } catch (TaskException e) {
      LOG.debug("nothing to go back from: {}", e.getMessage());
    }
    return suspension
        .resume(name, map, false, UdevFlags.of(SAME_CONTENT))
        .handle((nothing, second) -> failure)
        .thenCompose(CompletableFuture::failedFuture);
  }

  private DeviceInfo loadOrRemove(Create operation, UdevNotice notice) {
    try {
      load(operation.name(), operation.table(), operation.readOnly());
      return MapLookUp.own(mapper, operation.name());
    } catch (TaskException e) {
      removeAgain(operation.name(), notice);
      throw e;
    }
  }

  private CompletionStage<Void> removeAgain(String name, UdevNotice notice, Throwable failure) {
    removeAgain(name, notice);
    return CompletableFuture.failedFuture(failure);
  }

  private void removeAgain(String name, UdevNotice notice) {
    try {
      mapper.remove(name, false, notice);
    } catch (TaskException e) {
      LOG.warn("map without a table is left over: {}", e.refused().text());
    }
  }

  /** Tries for writing first; a map whose paths are all read-only can be read-only alone. */
  private void load(String name, MultipathTable table, boolean readOnly) {
    Target target = new Target(0, table.sectors(), Target.MULTIPATH, table.parameters());
    try {
      mapper.load(name, target, readOnly);
    } catch (TaskException e) {
      if (readOnly || e.errno() != Errno.EROFS) {
        throw e;
      }
      LOG.info("map is read-only, as its paths are: map: {}", name);
      mapper.load(name, target, true);
    }
  }

  private void rename(Rename operation, String name, String newName, UdevNotice notice) {
    try {
      if (!name.equals(newName)) {
        mapper.rename(name, newName, notice);
      }
    } catch (TaskException e) {
      if (name.equals(operation.name())) {
        throw e;
      }
      LOG.warn("partition map keeps its name: {}", e.refused().text());
    }
  }

  private void requireFree(String name) {
    if (mapper.info(name).isPresent()) {
      throw new TaskException(Step.RENAME, name, Errno.EEXIST, "there is a dm device of this name");
    }
  }
}
