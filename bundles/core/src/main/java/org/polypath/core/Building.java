package org.polypath.core;

import java.time.Duration;
import java.util.OptionalLong;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.UdevHints;
import org.polypath.api.path.PathState;
import org.polypath.api.settings.Failback;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.core.effect.Effect.RememberWwid;
import org.polypath.core.effect.Effect.Report.Level;

/** The smallest operation that makes the kernel's map what it is planned to be. */
final class Building {
  private final Workspace work;
  private final State state;
  private final TakenNames takenNames;
  private final Scope scope;

  Building(Workspace work) {
    this.work = work;
    this.state = work.state;
    this.takenNames = new TakenNames(work.state);
    this.scope = new Scope(work.options);
  }

  /** Makes a map what it is planned to be, by the smallest operation. */
  void decide(MapEntry map) {
    MapSettings settings = map.settings.orElseThrow();
    MultipathTable wanted = new WantedTable(map, work).table(settings, map.plan.orElseThrow());
    if (map.kernel.isEmpty()) {
      create(map, wanted);
      return;
    }
    KernelMap kernel = map.kernel.get();
    remember(map);
    new EmptyMaps(work).keep(map, kernel, wanted);
    if (renames(map, kernel)) {
      return;
    }
    boolean queueingDefined = isQueueingDefined(map, settings);
    OptionalLong size = Resizing.due(map, work.configuration().daemon().autoResize().value());
    if (size.isPresent()) {
      reload(map, Resizing.resized(wanted, size.getAsLong()), "size change");
      return;
    }
    boolean handlerAttached = map.paths.stream().anyMatch(path -> path.facts.handler().isPresent());
    TableDifference difference =
        TableDifference.between(kernel.table(), wanted, handlerAttached, queueingDefined);
    if (difference == TableDifference.QUEUEING && !map.forced) {
      setQueueing(map, wanted.queuesWithoutPath());
    } else if (map.forced || isReloadDue(map, settings, difference, wanted)) {
      loadAgain(map, wanted, difference);
    } else if (map.accessChanged && kernel.readOnly() != map.isReadOnly()) {
      reload(map, wanted, map.isReadOnly() ? "paths are read-only" : "paths are writable");
    } else if (isFreeOfGhosts(map)) {
      map.ghostUntil = 0;
      reload(map, wanted, "it is kept from its users no longer");
    } else {
      map.action = "";
      new FailbackRule(work).consider(map);
      new Queueing(work).consider(map);
    }
    map.mayReorder = false;
  }

  /** Of a map none of whose paths can be loaded only this can be made right. */
  void decideQueueing(MapEntry map) {
    KernelMap kernel = map.kernel.orElseThrow();
    boolean defined = isQueueingDefined(map, map.settings.orElseThrow());
    boolean queues = !map.isQueueingDisabled(state) && Queueing.isConfigured(map);
    if (defined && kernel.table().queuesWithoutPath() != queues) {
      setQueueing(map, queues);
    }
  }

  /** Whether it is said, by whom ever, what becomes of I/O without a path. */
  private boolean isQueueingDefined(MapEntry map, MapSettings settings) {
    return work.options.queues()
        && (map.isQueueingDisabled(state)
            || settings.noPathRetry().value().mode() != NoPathRetry.Mode.UNDEFINED);
  }

  private void loadAgain(MapEntry map, MultipathTable wanted, TableDifference difference) {
    boolean sameAgain = wanted.parameters().equals(map.loaded);
    if (map.forced) {
      reload(map, wanted, "forced by user");
    } else if (!sameAgain) {
      map.corrections.over();
      reload(map, wanted, difference.text());
    } else if (map.corrections.nextAt(work.pollingMillis()) > work.now()) {
      work.retryAt(map, map.corrections.nextAt(work.pollingMillis()));
      state.unsettled.add(map);
      work.report(Level.DETAIL, map, "put right later", "another program changes it too");
    } else {
      map.corrections.made(work.now(), work.pollingMillis());
      reload(map, wanted, difference.text() + ", by another program");
    }
  }

  /** For this alone a message does; what else differs is seen once the map was read again. */
  private void setQueueing(MapEntry map, boolean queues) {
    String message = Operations.queueingMessage(queues);
    work.report(Level.NOTICE, map, message, TableDifference.QUEUEING.text());
    new Operations(work).setQueueing(map, queues);
  }

  private boolean isReloadDue(
      MapEntry map, MapSettings settings, TableDifference difference, MultipathTable wanted) {
    return switch (difference) {
      case NONE -> {
        noteRendition(map, wanted);
        yield false;
      }
      case ORDER -> map.mayReorder && settings.failback().value().mode() != Failback.Mode.MANUAL;
      case GROUPS ->
          !isGroupingPremature(map, wanted) && !isKernelsRendition(map, difference, wanted);
      case QUEUEING, HARDWARE_HANDLER, FEATURES, SELECTOR, PATH_ARGUMENTS ->
          !isKernelsRendition(map, difference, wanted);
    };
  }

  /**
   * While a path was never ranked nobody knows its group: the one that the kernel has it in stands.
   */
  private static boolean isGroupingPremature(MapEntry map, MultipathTable wanted) {
    return map.holdsUnranked()
        && wanted.devices().equals(map.kernel.orElseThrow().table().devices());
  }

  /**
   * Whether the kernel shows the very table that we loaded in other words: what is loaded once and
   * still differs would differ for ever. A table that changes afterwards is somebody else's doing,
   * and is put right.
   */
  private boolean isKernelsRendition(
      MapEntry map, TableDifference difference, MultipathTable wanted) {
    boolean otherPaths = !wanted.devices().equals(map.kernel.orElseThrow().table().devices());
    if (otherPaths || !wanted.parameters().equals(map.loaded)) {
      return false;
    }
    if (noteRendition(map, wanted)) {
      work.report(Level.WARNING, map, "table accepted as the kernel shows it", difference.text());
    }
    return map.kernel.orElseThrow().table().parameters().equals(map.rendition);
  }

  /** Notes how the kernel shows what was just loaded; whether this is the first look since. */
  private static boolean noteRendition(MapEntry map, MultipathTable wanted) {
    boolean first = map.rendition.isEmpty() && wanted.parameters().equals(map.loaded);
    if (first) {
      map.rendition = map.kernel.orElseThrow().table().parameters();
    }
    return first;
  }

  private void loads(MapEntry map, MultipathTable wanted) {
    map.loaded = wanted.parameters();
    map.rendition = "";
    map.toVerify = true;
  }

  private void create(MapEntry map, MultipathTable wanted) {
    String name = map.name.orElseThrow();
    if (!takenNames.isFree(map, name)) {
      name = map.wwid.text();
    }
    map.action = "create";
    loads(map, wanted);
    holdGhosts(map);
    new Operations(work)
        .give(
            map,
            new MapOperation.Create(
                name, wanted, map.isReadOnly(), hints(map, wanted, false), patienceWithUdev()));
    remember(map);
    work.report(Level.DETAIL, map, "create " + name, wanted.parameters());
  }

  /** Also of a map that another program made, as one in the initial RAM disk does. */
  private void remember(MapEntry map) {
    if (work.options.builds() && scope.covers(map) && state.remembered.add(map.wwid)) {
      work.emit(new RememberWwid(map.wwid));
    }
  }

  private void reload(MapEntry map, MultipathTable wanted, String because) {
    new Operations(work).give(map, reloadOf(map, wanted, because));
  }

  /** Prepares that a map of the kernel gets a table; the caller gives the operation. */
  MapOperation reloadOf(MapEntry map, MultipathTable wanted, String because) {
    map.action = "reload";
    loads(map, wanted);
    work.report(Level.NOTICE, map, "reload", because + "; table: " + wanted.parameters());
    KernelMap kernel = map.kernel.orElseThrow();
    boolean readOnly = map.isReadOnly() || (kernel.readOnly() && !map.accessChanged);
    // partition maps that went before it was to stay are made again
    boolean sameContent = kernel.table().sectors() == wanted.sectors() && !kernel.removalDeferred();
    map.accessChanged = false;
    return new MapOperation.Reload(
        map.shownName(), wanted, readOnly, hints(map, wanted, sameContent));
  }

  /**
   * Gives a map another name, and nothing else with it: until that is done a table could be loaded
   * into whatever has the name instead.
   */
  private boolean renames(MapEntry map, KernelMap kernel) {
    String wanted = map.name.orElseThrow();
    if (wanted.equals(kernel.name()) || map.refusedName.filter(wanted::equals).isPresent()) {
      return false;
    }
    if (!takenNames.isFree(map, wanted)) {
      work.report(Level.WARNING, map, "name kept", "another device is called " + wanted);
      return false;
    }
    long due = map.renamings.nextAt(work.pollingMillis());
    if (due > work.now()) {
      map.renameAt = due;
      work.lookAt(map, due);
      work.report(Level.DETAIL, map, "name put right later", "another program changes it too");
      return false;
    }
    map.renamings.made(work.now(), work.pollingMillis());
    map.action = "rename";
    new Operations(work).give(map, new MapOperation.Rename(kernel.name(), wanted));
    return work.options.builds() && scope.covers(map);
  }

  /** A new map that has only ghost paths may be kept from its users for a while. */
  private void holdGhosts(MapEntry map) {
    int delay = map.settings.orElseThrow().creation().ghostDelay().value();
    if (delay > 0 && hasOnlyGhosts(map)) {
      map.ghostUntil = work.now() + 1000L * delay;
      work.lookAt(map, map.ghostUntil);
      work.report(Level.NOTICE, map, "kept from its users for " + delay + " s", "only ghost paths");
    }
  }

  /** The time for which a map was kept from its users may be over. */
  void endGhostDelay(MapEntry map) {
    if (isFreeOfGhosts(map)) {
      work.unsettle(map);
    }
  }

  /** The time to put a name right may have come. */
  void endOtherName(MapEntry map) {
    if (map.renameAt > 0 && map.renameAt <= work.now()) {
      map.renameAt = 0;
      work.unsettle(map);
    }
  }

  private static boolean hasOnlyGhosts(MapEntry map) {
    return map.hasUsablePath() && map.paths.stream().noneMatch(path -> path.state == PathState.UP);
  }

  private boolean isFreeOfGhosts(MapEntry map) {
    return map.ghostUntil > 0 && (map.ghostUntil <= work.now() || !hasOnlyGhosts(map));
  }

  /** A map that udev has not seen is not changed; none at all would be no chance for udev. */
  private Duration patienceWithUdev() {
    int seconds = work.configuration().daemon().events().creationTimeout().value();
    return Duration.ofSeconds(Math.max(1, seconds));
  }

  private UdevHints hints(MapEntry map, MultipathTable wanted, boolean contentUnchanged) {
    boolean skipPartitions =
        map.settings.filter(settings -> settings.creation().skipPartitions().value()).isPresent();
    boolean usable =
        map.paths.stream()
            .filter(path -> wanted.devices().contains(path.facts.number()))
            .anyMatch(path -> path.state.isUsable());
    boolean notReady = !usable || map.ghostUntil > work.now();
    return new UdevHints(contentUnchanged, skipPartitions, notReady);
  }
}
