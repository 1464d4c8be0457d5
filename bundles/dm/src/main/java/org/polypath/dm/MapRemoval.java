package org.polypath.dm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.polypath.api.map.MapOperation.Message;
import org.polypath.api.map.MapOperation.Remove;
import org.polypath.api.map.UdevHints;
import org.polypath.api.path.Wwid;
import org.polypath.dm.Host.Holder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes a map with its partition maps. A map that is in use is tried again for a second, since
 * udev's rules open devices for a moment; nothing is removed as long as any part is open.
 */
final class MapRemoval {
  static final int TRIES = 10;

  private static final Logger LOG = LoggerFactory.getLogger(MapRemoval.class);
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final int FLAGS = UdevFlags.of(UdevHints.NONE);

  private final DeviceMapper mapper;
  private final PartitionMaps partitions;
  private final UdevWork udev;
  private final MapCalls calls;
  private final DriverThread thread;

  MapRemoval(
      DeviceMapper mapper,
      PartitionMaps partitions,
      UdevWork udev,
      MapCalls calls,
      DriverThread thread) {
    this.mapper = mapper;
    this.partitions = partitions;
    this.udev = udev;
    this.calls = calls;
    this.thread = thread;
  }

  CompletionStage<Void> remove(Wwid wwid, Remove operation) {
    return attempt(wwid, operation, TRIES);
  }

  /** Lets a map stay that was to go with its last user, and its partition maps with it. */
  CompletionStage<Void> takeBack(DeviceInfo map) {
    List<Holder> parts = partitions.of(map);
    CompletionStage<Void> kept = calls.message(map, Message.KEEP);
    for (Holder part : parts) {
      kept = kept.thenCompose(before -> takeBack(part));
    }
    return kept;
  }

  /** Its last user may go at the same time: that it is gone harms nothing. */
  private CompletionStage<Void> takeBack(Holder part) {
    return mapper
        .find(part.uuid())
        .map(device -> calls.message(device, Message.KEEP))
        .orElseGet(() -> CompletableFuture.completedFuture(null))
        .exceptionally(
            failure -> {
              LOG.warn("partition map not kept: {}: {}", part.name(), failure.getMessage());
              return null;
            });
  }

  private CompletionStage<Void> attempt(Wwid wwid, Remove operation, int triesLeft) {
    return attempt(wwid, operation)
        .exceptionallyCompose(
            failure ->
                isBusy(failure) && triesLeft > 1
                    ? afterPause(wwid, operation, triesLeft - 1)
                    : CompletableFuture.failedFuture(failure));
  }

  /** Never throws: after a pause nobody would be told. */
  private CompletionStage<Void> attempt(Wwid wwid, Remove operation) {
    try {
      return begin(wwid, operation);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private CompletionStage<Void> begin(Wwid wwid, Remove operation) {
    DeviceInfo map = MapLookUp.own(mapper, wwid, operation.name());
    List<Holder> parts = partitions.of(map);
    if (!operation.deferred()) {
      checkUnused(map, parts);
    }
    List<String> names = new ArrayList<>();
    List<String> uuids = new ArrayList<>();
    for (Holder part : parts) {
      names.add(part.name());
      uuids.add(part.uuid());
    }
    names.add(map.name());
    uuids.add(map.uuid());
    return udev.run(
        map.name(), names, FLAGS, notice -> removeAll(uuids, operation.deferred(), notice));
  }

  private CompletionStage<Void> removeAll(List<String> uuids, boolean deferred, UdevNotice notice) {
    CompletionStage<Void> removed = CompletableFuture.completedFuture(null);
    for (String uuid : uuids) {
      removed = removed.thenCompose(before -> remove(uuid, deferred, notice));
    }
    return removed;
  }

  private CompletionStage<Void> remove(String uuid, boolean deferred, UdevNotice notice) {
    return mapper
        .find(uuid)
        .map(device -> calls.remove(device, deferred, notice))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  private void checkUnused(DeviceInfo map, List<Holder> parts) {
    // each partition map holds the map open once
    if (map.openCount() > parts.size()) {
      throw inUse(map.name(), map.openCount() - parts.size());
    }
    parts.forEach(
        part ->
            mapper
                .find(part.uuid())
                .filter(info -> info.openCount() > 0)
                .ifPresent(
                    info -> {
                      throw inUse(info.name(), info.openCount());
                    }));
  }

  private CompletionStage<Void> afterPause(Wwid wwid, Remove operation, int triesLeft) {
    CompletableFuture<Void> removed = new CompletableFuture<>();
    thread.later(
        PAUSE,
        () ->
            attempt(wwid, operation, triesLeft)
                .whenComplete(
                    (nothing, failure) -> {
                      if (failure == null) {
                        removed.complete(null);
                      } else {
                        removed.completeExceptionally(failure);
                      }
                    }));
    return removed;
  }

  private static boolean isBusy(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof TaskException task && task.errno() == Errno.EBUSY;
  }

  private static TaskException inUse(String name, int opens) {
    return new TaskException(Step.REMOVE, name, Errno.EBUSY, "in use, open count " + opens);
  }
}
