package org.polypath.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.map.KernelMap;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Configuration;
import org.polypath.api.settings.ReservationKey;
import org.polypath.core.event.HeldPath;

/** Everything the core remembers. Belongs to one thread. */
final class State {
  Optional<Configuration> configuration = Optional.empty();
  final Set<Wwid> remembered = new HashSet<>();

  /** The keys of the prkeys file. */
  final Map<Wwid, ReservationKey> reservationKeys = new HashMap<>();

  /** Paths that were let go by command and whose devices are still there. */
  final Set<String> letGo = new HashSet<>();

  /** Paths that the daemon before held back, until they are usable for the first time. */
  final Map<String, HeldPath> heldBefore = new HashMap<>();

  final Map<String, PathEntry> paths = new LinkedHashMap<>();
  final Map<Wwid, MapEntry> maps = new LinkedHashMap<>();

  /** Under which name which map was last found: where to look first, not what is so. */
  final Map<String, Wwid> lastKnownByName = new HashMap<>();

  /** Maps that were removed by us while they were being read: the answer may tell old news. */
  final Set<Wwid> removedWhileRead = new HashSet<>();

  /** Names of dm devices that are no multipath maps. */
  final Set<String> otherNames = new HashSet<>();

  /** Maps that have to be looked at: named, planned, compared with the kernel's. */
  Unsettled unsettled = new Unsettled();

  final DeviceIndex devices = new DeviceIndex();

  /** When which path or map has to be looked at. */
  Agenda agenda = new Agenda();

  boolean scanned;

  /** Whether enough was known to decide about maps before this step. */
  boolean wasReady;

  /** WWIDs of the kernel's maps, by what the configuration calls their disks instead. */
  final Map<Wwid, Set<Wwid>> wwidsInUse = new HashMap<>();

  /** Whether a map could not be read, and all are to be listed for that. */
  boolean mapsUncertain;

  /** Whether the last listing of paths failed. */
  boolean scanRefused;

  /** Scans that were asked for and have not come. */
  int scansPending;

  /**
   * Paths that came, changed or went while a scan was under way: of these the scan may tell old
   * news.
   */
  final Set<String> movedDuringScan = new HashSet<>();

  boolean mapsRead;

  /** Configuration, paths or maps that were asked for and have not come. */
  int loadsPending;

  /** Reconfigure commands to be answered when all is settled. */
  final List<Long> waitingCommands = new ArrayList<>();

  /** Commands by the operation whose end answers them. */
  final Map<Long, Long> commandOfOperation = new HashMap<>();

  /** Tries to remove a map that are under way, by operation. */
  final Map<Long, Removal> removals = new HashMap<>();

  /** Maps in use whose removal is tried again later, by the number under which that is due. */
  final Map<Long, Removal> removalsLater = new HashMap<>();

  /** Removals of {@code del maps} that are under way, by command, and the names that stayed. */
  final Map<Long, RemovalRound> removalRounds = new HashMap<>();

  /** Whether the daemon stops, so that no I/O may wait for a path, whatever is configured. */
  boolean queueingDisabled;

  /** Whether somebody said that I/O goes on waiting when the daemon stops. */
  boolean queueingForced;

  /** How many maps ever became known. */
  long mapsKnown;

  long lastNumber;
  long sequence;

  /** Notes what the kernel shows of a map; empty if it has it no more. */
  void show(MapEntry map, Optional<KernelMap> kernel) {
    devices.shown(map.wwid, map.kernel, kernel);
    map.kernel = kernel;
  }

  /** The map of a WWID, known from now on if it was not. */
  MapEntry map(Wwid wwid) {
    return maps.computeIfAbsent(wwid, unknown -> new MapEntry(unknown, ++mapsKnown));
  }

  /** Whether enough is known to decide about maps. */
  boolean ready() {
    return configuration.isPresent() && scanned && mapsRead;
  }

  /** Forgets a map of which nothing is left and for which nothing is under way. */
  void forgetIfIdle(MapEntry map) {
    boolean unknown = map.kernel.isEmpty() && map.madeAs.isEmpty();
    if (map.paths.isEmpty() && unknown && map.operationsPending == 0) {
      maps.remove(map.wwid, map);
      unsettled.remove(map);
    }
  }

  State copy() {
    State copy = new State();
    copy.configuration = configuration;
    copy.remembered.addAll(remembered);
    copy.reservationKeys.putAll(reservationKeys);
    copy.heldBefore.putAll(heldBefore);
    copy.letGo.addAll(letGo);
    maps.forEach((wwid, map) -> copy.maps.put(wwid, map.copyWithoutPaths()));
    paths.forEach((name, path) -> copy.paths.put(name, path.copy()));
    maps.forEach(
        (wwid, map) ->
            map.paths.forEach(path -> copy.maps.get(wwid).paths.add(copy.paths.get(path.name))));
    copy.paths.values().forEach(copy.devices::add);
    maps.forEach((wwid, map) -> copy.devices.shown(wwid, Optional.empty(), map.kernel));
    copy.removedWhileRead.addAll(removedWhileRead);
    copy.otherNames.addAll(otherNames);
    copy.unsettled = unsettled.copy();
    copy.mapsKnown = mapsKnown;
    copy.agenda = agenda.copy();
    copy.scanned = scanned;
    copy.wasReady = wasReady;
    copy.wwidsInUse.putAll(WwidsInUse.copy(wwidsInUse));
    copy.scanRefused = scanRefused;
    copy.mapsUncertain = mapsUncertain;
    copy.scansPending = scansPending;
    copy.movedDuringScan.addAll(movedDuringScan);
    copy.mapsRead = mapsRead;
    copy.loadsPending = loadsPending;
    copy.waitingCommands.addAll(waitingCommands);
    copy.commandOfOperation.putAll(commandOfOperation);
    copy.removals.putAll(removals);
    copy.removalsLater.putAll(removalsLater);
    removalRounds.forEach((number, round) -> copy.removalRounds.put(number, round.copy()));
    copy.queueingDisabled = queueingDisabled;
    copy.queueingForced = queueingForced;
    copy.lastNumber = lastNumber;
    copy.sequence = sequence;
    return copy;
  }
}
