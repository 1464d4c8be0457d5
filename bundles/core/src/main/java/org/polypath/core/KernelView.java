package org.polypath.core;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.map.KernelDevices;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.StatusPath;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathState;
import org.polypath.api.path.Wwid;
import org.polypath.api.topology.PathSnapshot.KernelPathState;
import org.polypath.core.effect.Effect.ReadMap;
import org.polypath.core.effect.Effect.ReadMaps;
import org.polypath.core.effect.Effect.Report.Level;

/** What the kernel says of the maps, and what follows from it. */
final class KernelView {
  /** While nothing can be decided yet, a map waits so long. */
  private static final long UNREADY_MILLIS = 1000;

  /** How long after a map could not be read or found all of them are listed. */
  private static final long UNCERTAIN_MILLIS = 5000;

  private final Workspace work;
  private final State state;

  KernelView(Workspace work) {
    this.work = work;
    this.state = work.state;
  }

  /** All maps there are. */
  void read(KernelDevices devices) {
    state.mapsRead = true;
    state.otherNames.clear();
    state.otherNames.addAll(devices.otherNames());
    Set<Wwid> present = new HashSet<>();
    for (KernelMap map : devices.maps()) {
      present.add(map.wwid());
      take(state.map(map.wwid()), map);
    }
    for (MapEntry map : List.copyOf(state.maps.values())) {
      if (map.kernel.isPresent() && !present.contains(map.wwid)) {
        // whether it has gone, or is just being made or removed by us, its own reading tells
        ask(map);
      }
    }
  }

  /** One map as it is now. */
  void read(String name, Optional<KernelMap> read) {
    answered(name);
    if (read.filter(this::isOldNews).isPresent()) {
      work.emit(new ReadMap(name));
    } else if (read.isPresent()) {
      MapEntry map = state.map(read.get().wwid());
      map.readPending = false;
      state.unsettled.stir(map);
      take(map, read.get());
      if (map.readOutdated && map.operationsPending == 0) {
        ask(map);
      }
      map.readOutdated = false;
    } else {
      byName(name)
          .filter(
              map ->
                  map.operationsPending == 0 && (map.madeAs.isPresent() || map.kernel.isPresent()))
          .ifPresent(
              map -> {
                vanished(map);
                // it may have another name
                listLater();
              });
    }
  }

  /** Read before it was removed by us, perhaps: or another program made it anew since. */
  private boolean isOldNews(KernelMap read) {
    boolean removed = state.removedWhileRead.remove(read.wwid());
    Optional<MapEntry> map = Optional.ofNullable(state.maps.get(read.wwid()));
    return removed && map.filter(now -> now.kernel.isPresent() || now.madeAs.isPresent()).isEmpty();
  }

  /** A map could not be read: what was known of it stands, and it is read again a little later. */
  void unreadable(String name) {
    answered(name);
    byName(name).ifPresent(map -> readAgainAt(map, work.now() + UNREADY_MILLIS));
    listLater();
  }

  /** What is known of the maps may be wrong: a little later all are listed. */
  void listLater() {
    if (!state.mapsUncertain) {
      state.mapsUncertain = true;
      state.agenda.scan(work.now() + UNCERTAIN_MILLIS);
    }
  }

  /** Lists all maps after one could not be read or found: it may be known under no name. */
  void readAllIfUncertain() {
    if (state.mapsUncertain) {
      state.mapsUncertain = false;
      state.loadsPending++;
      work.emit(new ReadMaps());
    }
  }

  private void answered(String name) {
    byName(name)
        .ifPresent(
            map -> {
              map.readPending = false;
              state.unsettled.stir(map);
            });
  }

  /** Something happened to a map: it is read again, once. */
  void stirred(String name) {
    Optional<MapEntry> map = byName(name);
    if (map.isPresent() && map.get().kernel.isPresent()) {
      ask(map.get());
    } else {
      work.emit(new ReadMap(name));
    }
  }

  /** Asks for a map to be read. */
  void ask(MapEntry map) {
    if (!map.readPending && (map.madeAs.isPresent() || map.kernel.isPresent())) {
      map.readPending = true;
      work.emit(new ReadMap(map.shownName()));
    }
  }

  /**
   * Reads a map whose time has come: the kernel raises no event when another program loads a table
   * or lets I/O wait or fail.
   */
  void readIfDue(MapEntry map) {
    boolean there = map.kernel.isPresent() || map.madeAs.isPresent();
    if (work.options.checks() && there && map.nextReadAt <= work.now()) {
      readAgainAt(map, work.now() + readInterval());
      if (state.ready()) {
        ask(map);
      }
    }
  }

  private void readAgainAt(MapEntry map, long at) {
    map.nextReadAt = at;
    work.lookAt(map, at);
  }

  /** Sets how the kernel has a path, from what was last read. */
  void refresh(MapEntry map, PathEntry path) {
    path.kernelState =
        map.kernel
            .flatMap(kernel -> kernel.status().path(path.facts.number()))
            .map(status -> status.failed() ? KernelPathState.FAILED : KernelPathState.ACTIVE)
            .orElse(KernelPathState.UNDEFINED);
  }

  private void take(MapEntry map, KernelMap kernel) {
    Optional<KernelMap> before = map.kernel;
    state.show(map, Optional.of(kernel));
    if (before.isEmpty() && map.madeAs.isEmpty()) {
      Queueing.found(map, kernel);
    }
    map.madeAs = Optional.empty();
    map.dismissedBecause = Optional.empty();
    new EmptyMaps(work).seen(map, before, kernel);
    if (before.isEmpty()) {
      readAgainAt(map, work.now() + readInterval());
      work.report(Level.DETAIL, map, "map found in the kernel", kernel.kernelName());
    }
    boolean changed =
        before
            .filter(known -> known.table().equals(kernel.table()))
            .filter(known -> known.name().equals(kernel.name()))
            .isEmpty();
    boolean verified = map.toVerify && map.operationsPending == 0 && !map.readOutdated;
    if (changed || verified) {
      map.toVerify &= !verified;
      work.unsettle(map);
    }
    // a table may wait for a disk for ever: the paths that I/O uses meanwhile are looked after
    if (map.messagesPending == 0 && !map.readOutdated) {
      List.copyOf(map.paths).forEach(path -> compare(map, path));
      keepFromOthers(map, kernel);
      if (map.revived && map.operationsPending == 0) {
        map.revived = false;
        map.paths.forEach(path -> new PathStates(work).reconcile(map, path));
      }
      new FailbackRule(work).consider(map);
    }
  }

  /** A path that leads to another disk gets no I/O of this map, whoever loaded it. */
  private void keepFromOthers(MapEntry map, KernelMap kernel) {
    if (map.keptOutUntil > work.now()) {
      return;
    }
    for (DeviceNumber device : kernel.table().devices()) {
      boolean active = kernel.status().path(device).filter(status -> !status.failed()).isPresent();
      boolean elsewhere =
          state.devices.path(device).filter(path -> path.leadsElsewhereThan(map)).isPresent();
      if (active && elsewhere) {
        work.report(Level.ERROR, map, "path kept out: " + device, "it leads to another disk");
        new Operations(work).message(map, PathStates.FAIL + " " + device);
        map.keptOutUntil = work.now() + UNREADY_MILLIS;
      }
    }
  }

  /**
   * A path that the kernel failed since we last looked is failed here at once, and checked. One
   * that is not to be used and that the kernel uses again, by a table or a message of another
   * program, is failed there again: not at its next check alone, and with no more than one message
   * a second.
   */
  private void compare(MapEntry map, PathEntry path) {
    KernelPathState before = path.kernelState;
    refresh(map, path);
    if (path.kernelState == KernelPathState.FAILED
        && before == KernelPathState.ACTIVE
        && path.state.isUsable()) {
      String failures =
          map.kernel
              .flatMap(kernel -> kernel.status().path(path.facts.number()))
              .map(StatusPath::failCount)
              .map(count -> "I/O failed on it in the kernel; fail count: " + count)
              .orElse("");
      new PathStates(work).change(map, path, PathState.DOWN, failures);
      work.checkAt(path, work.now() + Checking.RECHECK_MILLIS);
    } else if (isUsedThoughFailed(path) && path.patientUntil <= work.now()) {
      path.patientUntil = work.now() + Checking.RECHECK_MILLIS;
      new PathStates(work).keepFailed(map, path);
    }
  }

  private static boolean isUsedThoughFailed(PathEntry path) {
    return path.kernelState == KernelPathState.ACTIVE && PathStates.isFailed(path.state);
  }

  private long readInterval() {
    return state.configuration.isPresent() ? work.pollingMillis() : UNREADY_MILLIS;
  }

  private void vanished(MapEntry map) {
    new MapRequests(work).endRegrouping(map, "the map has gone");
    state.show(map, Optional.empty());
    map.toVerify = false;
    map.madeAs = Optional.empty();
    // the name it was asked for by may lead to it no longer
    map.readPending = false;
    map.readOutdated = false;
    map.action = "";
    map.stopTimers();
    map.paths.forEach(path -> path.kernelState = KernelPathState.UNDEFINED);
    if (map.goes) {
      new EmptyMaps(work).gone(map);
    } else if (map.dismissedBecause.isEmpty()) {
      map.dismissedBecause = Optional.of("it was removed by another program");
      work.report(Level.NOTICE, map, "map let go", "it was removed by another program");
    }
    state.forgetIfIdle(map);
  }

  /** The map that the kernel has under a name, or that was just given it. */
  private Optional<MapEntry> byName(String name) {
    Optional<MapEntry> known =
        Optional.ofNullable(state.lastKnownByName.get(name))
            .map(state.maps::get)
            .filter(map -> map.shownName().equals(name));
    if (known.isPresent()) {
      return known;
    }
    Optional<MapEntry> found =
        state.maps.values().stream().filter(map -> map.shownName().equals(name)).findFirst();
    found.ifPresentOrElse(
        map -> state.lastKnownByName.put(name, map.wwid), () -> state.lastKnownByName.remove(name));
    return found;
  }
}
