package org.polypath.dm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.polypath.api.map.MapOperation.Remove;
import org.polypath.api.map.UdevHints;

/**
 * Removes a map with its partition maps. A map that is in use is tried again for a second, since
 * udev's rules open devices for a moment; nothing is removed as long as any part is open.
 */
final class MapRemoval {
  static final int TRIES = 10;
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

  CompletionStage<Void> remove(Remove operation) {
    return attempt(operation, TRIES);
  }

  private CompletionStage<Void> attempt(Remove operation, int triesLeft) {
    return attempt(operation)
        .exceptionallyCompose(
            failure ->
                isBusy(failure) && triesLeft > 1
                    ? afterPause(operation, triesLeft - 1)
                    : CompletableFuture.failedFuture(failure));
  }

  private CompletionStage<Void> attempt(Remove operation) {
    List<String> parts;
    try {
      DeviceInfo map = MapLookUp.own(mapper, operation.name());
      parts = partitions.of(map);
      if (!operation.deferred()) {
        checkUnused(operation.name(), map, parts);
      }
    } catch (TaskException e) {
      return CompletableFuture.failedFuture(e);
    }
    List<String> names = new ArrayList<>(parts);
    names.add(operation.name());
    return udev.run(
        operation.name(),
        names,
        FLAGS,
        notice -> {
          CompletionStage<Void> removed = CompletableFuture.completedFuture(null);
          for (String name : names) {
            removed = removed.thenCompose(before -> remove(name, operation.deferred(), notice));
          }
          return removed;
        });
  }

  private CompletionStage<Void> remove(String name, boolean deferred, UdevNotice notice) {
    return mapper
        .info(name)
        .map(device -> calls.remove(name, device, deferred, notice))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  private void checkUnused(String name, DeviceInfo map, List<String> parts) {
    // each partition map holds the map open once
    if (map.openCount() > parts.size()) {
      throw inUse(name, map.openCount() - parts.size());
    }
    parts.forEach(
        part ->
            mapper
                .info(part)
                .filter(info -> info.openCount() > 0)
                .ifPresent(
                    info -> {
                      throw inUse(part, info.openCount());
                    }));
  }

  private CompletionStage<Void> afterPause(Remove operation, int triesLeft) {
    CompletableFuture<Void> removed = new CompletableFuture<>();
    thread.later(
        PAUSE,
        () ->
            attempt(operation, triesLeft)
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
