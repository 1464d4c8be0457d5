package org.polypath.dm;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOperation.Create;
import org.polypath.api.map.MapOperation.Message;
import org.polypath.api.map.MapOperation.Reload;
import org.polypath.api.map.MapOperation.Remove;
import org.polypath.api.map.MapOperation.Rename;
import org.polypath.api.map.MapOperation.Resume;
import org.polypath.api.map.MapOperation.Suspend;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.path.Wwid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out operations on the map of a WWID, which is found by its dm UUID and by nothing else:
 * its name may be another device's by now, and it may have another name. Called on the driver's
 * thread; a method throws {@link TaskException}, or its stage fails with it, if the operation is
 * not done.
 */
final class MapOperations implements MapOperation.Visitor<CompletionStage<Void>> {
  private static final Logger LOG = LoggerFactory.getLogger(MapOperations.class);

  private final Wwid wwid;
  private final DeviceMapper mapper;
  private final UdevWork udev;
  private final MapCalls calls;
  private final MapRemoval removal;
  private final MapRenaming renaming;

  MapOperations(
      Wwid wwid,
      DeviceMapper mapper,
      UdevWork udev,
      MapCalls calls,
      MapRemoval removal,
      MapRenaming renaming) {
    this.wwid = wwid;
    this.mapper = mapper;
    this.udev = udev;
    this.calls = calls;
    this.removal = removal;
    this.renaming = renaming;
  }

  @Override
  public CompletionStage<Void> create(Create operation) {
    String name = operation.name();
    return leftOver()
        .filter(device -> !device.name().equals(name))
        .map(device -> renaming.rename(device, name).thenCompose(renamed -> make(operation)))
        .orElseGet(() -> make(operation));
  }

  private CompletionStage<Void> make(Create operation) {
    String name = operation.name();
    return udev.run(
        name,
        List.of(name),
        UdevFlags.of(operation.hints()),
        operation.patience(),
        notice -> {
          DeviceInfo map = made(name);
          return loadAsPathsAllow(map, operation.table(), operation.readOnly())
              .thenCompose(loaded -> calls.resume(map, false, notice))
              .exceptionallyCompose(failure -> removeAgain(map, notice, failure));
        });
  }

  /** A device without a table is what is left of a creation that was cut off: it serves again. */
  private Optional<DeviceInfo> leftOver() {
    return mapper.find(MapLookUp.uuid(wwid)).filter(found -> mapper.table(found).isEmpty());
  }

  private DeviceInfo made(String name) {
    if (leftOver().filter(device -> device.name().equals(name)).isPresent()) {
      LOG.info("map found without a table, it gets one now: map: {}", name);
    } else {
      mapper.create(name, MapLookUp.uuid(wwid));
    }
    return MapLookUp.own(mapper, wwid, name);
  }

  @Override
  public CompletionStage<Void> reload(Reload operation) {
    DeviceInfo map = found(operation);
    long sectors = mapper.table(map).stream().mapToLong(Target::sectors).sum();
    boolean sizeChanges = sectors != operation.table().sectors();
    // who writes to a map would fail if it became read-only for one more path
    CompletionStage<Void> loading =
        map.readOnly()
            ? loadAsPathsAllow(map, operation.table(), operation.readOnly())
            : load(map, operation.table(), operation.readOnly());
    return loading.thenCompose(
        loaded ->
            resume(map, sizeChanges, UdevFlags.of(operation.hints()))
                .exceptionallyCompose(failure -> goBack(map, failure)));
  }

  @Override
  public CompletionStage<Void> rename(Rename operation) {
    return renaming.rename(found(operation), operation.newName());
  }

  @Override
  public CompletionStage<Void> suspend(Suspend operation) {
    return calls.suspend(found(operation), operation.flush());
  }

  @Override
  public CompletionStage<Void> resume(Resume operation) {
    return resume(found(operation), false, UdevFlags.SAME_CONTENT);
  }

  @Override
  public CompletionStage<Void> remove(Remove operation) {
    return removal.remove(wwid, operation);
  }

  @Override
  public CompletionStage<Void> message(Message operation) {
    DeviceInfo map = found(operation);
    CompletionStage<Void> told =
        operation.text().equals(Message.KEEP)
            ? removal.takeBack(map)
            : calls.message(map, operation.text());
    return told.exceptionallyCompose(e -> unlessGone(map, e));
  }

  private DeviceInfo found(MapOperation operation) {
    return MapLookUp.own(mapper, wwid, operation.name());
  }

  /** Resumes as work of its own, which is done when udev is. */
  private CompletionStage<Void> resume(DeviceInfo map, boolean flush, int flags) {
    return udev.run(map.name(), List.of(), flags, notice -> calls.resume(map, flush, notice));
  }

  /** A resume that fails leaves the map suspended with its old table: let that one go on. */
  private CompletionStage<Void> goBack(DeviceInfo map, Throwable failure) {
    try {
      mapper.clear(map);
    } catch (TaskException e) {
      LOG.debug("nothing to go back from: {}", e.getMessage());
    }
    return resume(map, false, UdevFlags.SAME_CONTENT)
        .handle((nothing, second) -> failure)
        .thenCompose(CompletableFuture::failedFuture);
  }

  private CompletionStage<Void> removeAgain(DeviceInfo map, UdevNotice notice, Throwable failure) {
    return calls
        .remove(map, false, notice)
        .exceptionally(
            second -> {
              LOG.warn("map without a table is left over: {}", second.getMessage());
              return null;
            })
        .thenCompose(nothing -> CompletableFuture.failedFuture(failure));
  }

  /** Fails with what failed; that a path is missing may mean that the whole map is. */
  private CompletionStage<Void> unlessGone(DeviceInfo map, Throwable failure) {
    try {
      MapLookUp.own(mapper, wwid, map.name());
      return CompletableFuture.failedFuture(failure);
    } catch (TaskException gone) {
      return CompletableFuture.failedFuture(gone);
    }
  }

  /** Tries for writing first; a map whose paths are all read-only can be read-only alone. */
  private CompletionStage<Void> loadAsPathsAllow(
      DeviceInfo map, MultipathTable table, boolean readOnly) {
    return load(map, table, readOnly)
        .exceptionallyCompose(
            failure -> {
              if (readOnly || !isForReadingOnly(failure)) {
                return CompletableFuture.failedFuture(failure);
              }
              LOG.info("map is read-only, as its paths are: map: {}", map.name());
              return load(map, table, true);
            });
  }

  private CompletionStage<Void> load(DeviceInfo map, MultipathTable table, boolean readOnly) {
    Target target = new Target(0, table.sectors(), Target.MULTIPATH, table.parameters());
    return calls
        .load(map, target, readOnly)
        .exceptionallyCompose(failure -> unlessGone(map, failure));
  }

  private static boolean isForReadingOnly(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof TaskException task && task.errno() == Errno.EROFS;
  }
}
