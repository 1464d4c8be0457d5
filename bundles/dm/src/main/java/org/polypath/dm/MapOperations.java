package org.polypath.dm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
  private final MapCalls calls;
  private final MapRemoval removal;

  MapOperations(
      DeviceMapper mapper,
      PartitionMaps partitions,
      UdevWork udev,
      MapCalls calls,
      MapRemoval removal) {
    this.mapper = mapper;
    this.partitions = partitions;
    this.udev = udev;
    this.calls = calls;
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
          DeviceInfo map = made(operation);
          return load(name, map, operation.table(), operation.readOnly())
              .thenCompose(loaded -> calls.resume(name, map, false, notice))
              .exceptionallyCompose(failure -> removeAgain(name, map, notice, failure));
        });
  }

  /** A device without a table is what is left of a creation that was cut off: it serves again. */
  private DeviceInfo made(Create operation) {
    String name = operation.name();
    String uuid = KernelMap.UUID_PREFIX + operation.wwid();
    Optional<DeviceInfo> leftOver =
        mapper
            .info(name)
            .filter(found -> found.uuid().equals(uuid) && mapper.table(name).isEmpty());
    if (leftOver.isPresent()) {
      LOG.info("map found without a table, it gets one now: map: {}", name);
    } else {
      mapper.create(name, uuid);
    }
    return MapLookUp.own(mapper, name);
  }

  @Override
  public CompletionStage<Void> reload(Reload operation) {
    String name = operation.name();
    DeviceInfo map = MapLookUp.own(mapper, name);
    long sectors = mapper.table(name).stream().mapToLong(Target::sectors).sum();
    boolean sizeChanges = sectors != operation.table().sectors();
    return load(name, map, operation.table(), operation.readOnly())
        .thenCompose(
            loaded ->
                resume(name, map, sizeChanges, UdevFlags.of(operation.hints()))
                    .exceptionallyCompose(failure -> goBack(name, map, failure)));
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
    return calls.suspend(operation.name(), map, operation.flush());
  }

  @Override
  public CompletionStage<Void> resume(Resume operation) {
    DeviceInfo map = MapLookUp.own(mapper, operation.name());
    return resume(operation.name(), map, false, UdevFlags.of(SAME_CONTENT));
  }

  @Override
  public CompletionStage<Void> remove(Remove operation) {
    return removal.remove(operation);
  }

  @Override
  public CompletionStage<Void> message(Message operation) {
    DeviceInfo map = MapLookUp.own(mapper, operation.name());
    return calls.message(operation.name(), map, operation.text());
  }

  /** Resumes as work of its own, which is done when udev is. */
  private CompletionStage<Void> resume(String name, DeviceInfo map, boolean flush, int flags) {
    return udev.run(name, List.of(), flags, notice -> calls.resume(name, map, flush, notice));
  }

  /** A resume that fails leaves the map suspended with its old table: let that one go on. */
  private CompletionStage<Void> goBack(String name, DeviceInfo map, Throwable failure) {
    try {
      mapper.clear(name);
    } catch (TaskException e) {
      LOG.debug("nothing to go back from: {}", e.getMessage());
    }
    return resume(name, map, false, UdevFlags.of(SAME_CONTENT))
        .handle((nothing, second) -> failure)
        .thenCompose(CompletableFuture::failedFuture);
  }

  private CompletionStage<Void> removeAgain(
      String name, DeviceInfo map, UdevNotice notice, Throwable failure) {
    return calls
        .remove(name, map, false, notice)
        .exceptionally(
            second -> {
              LOG.warn("map without a table is left over: {}", second.getMessage());
              return null;
            })
        .thenCompose(nothing -> CompletableFuture.failedFuture(failure));
  }

  /** Tries for writing first; a map whose paths are all read-only can be read-only alone. */
  private CompletionStage<Void> load(
      String name, DeviceInfo map, MultipathTable table, boolean readOnly) {
    Target target = new Target(0, table.sectors(), Target.MULTIPATH, table.parameters());
    return calls
        .load(name, map, target, readOnly)
        .exceptionallyCompose(
            failure -> {
              if (readOnly || !isForReadingOnly(failure)) {
                return CompletableFuture.failedFuture(failure);
              }
              LOG.info("map is read-only, as its paths are: map: {}", name);
              return calls.load(name, map, target, true);
            });
  }

  private static boolean isForReadingOnly(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof TaskException task && task.errno() == Errno.EROFS;
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
