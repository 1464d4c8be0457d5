package org.polypath.core;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Configuration;
import org.polypath.api.settings.FindMultipaths;
import org.polypath.api.settings.Origin;
import org.polypath.api.settings.Setting;
import org.polypath.api.settings.Verdict;
import org.polypath.core.effect.Effect.Report.Level;
import org.polypath.core.effect.Effect.ScanPaths;

/** Which paths count, and to which map each belongs. */
final class Admission {
  /** How long after a listing that failed the next is tried. */
  private static final long RESCAN_MILLIS = 5_000;

  private final Workspace work;
  private final State state;
  private final WwidsInUse wwidsInUse;

  Admission(Workspace work) {
    this.work = work;
    this.state = work.state;
    this.wwidsInUse = new WwidsInUse(work);
  }

  /** Asks for all paths there are. */
  void scan() {
    state.scansPending++;
    state.loadsPending++;
    work.emit(new ScanPaths());
  }

  /**
   * All paths there are: new ones come in, missing ones go; what moved in the meantime is known
   * better.
   */
  void scanned(List<PathFacts> paths) {
    state.scanned = true;
    state.scanRefused = false;
    Set<String> present = new HashSet<>();
    for (PathFacts facts : paths) {
      present.add(facts.name());
      if (!state.movedDuringScan.contains(facts.name())) {
        take(facts);
      }
    }
    for (String name : List.copyOf(state.paths.keySet())) {
      if (!present.contains(name) && !state.movedDuringScan.contains(name)) {
        drop(name);
      }
    }
    scanEnded();
  }

  /** A scan was answered, or failed. */
  void scanEnded() {
    state.scansPending = Math.max(0, state.scansPending - 1);
    if (state.scansPending == 0) {
      state.movedDuringScan.clear();
    }
  }

  /** The paths could not be listed: that is tried again, or paths would be missed for good. */
  void scanRefused() {
    scanEnded();
    state.scanRefused = true;
    state.agenda.scan(work.now() + RESCAN_MILLIS);
  }

  /** Lists the paths again if that failed and nobody has done it since. */
  void scanIfRefused() {
    if (state.scanRefused && state.scansPending == 0) {
      scan();
    }
  }

  /** A path is there. */
  void found(PathFacts facts) {
    moved(facts.name());
    take(facts);
  }

  /** A path is gone. */
  void lost(String name) {
    moved(name);
    state.letGo.remove(name);
    drop(name);
  }

  private void moved(String name) {
    if (state.scansPending > 0) {
      state.movedDuringScan.add(name);
    }
  }

  private void take(PathFacts facts) {
    PathEntry known = state.paths.get(facts.name());
    if (known == null) {
      PathEntry entry = new PathEntry(facts, work.now());
      state.paths.put(facts.name(), entry);
      state.devices.add(entry);
      state.agenda.path(work.now() + Planning.PATIENCE_MILLIS, facts.name());
      assess(entry);
      // what its device said of itself before is forgotten, and not said again
      entry.doubtful |= state.letGo.remove(facts.name());
    } else if (!known.facts.equals(facts)) {
      changed(known, facts);
    }
  }

  private void drop(String name) {
    PathEntry path = state.paths.remove(name);
    if (path != null) {
      state.devices.remove(path, path.facts.number());
      mapOf(path).ifPresent(map -> map.pathDeleted = true);
      leaveMap(path, "path removed", "its device is gone");
    }
  }

  /** Looks at every path again, under a new configuration. */
  void reassess() {
    wwidsInUse.configured();
    // the configuration may want WWIDs to be told by something else now
    state.paths.values().forEach(path -> path.pageThen = Optional.empty());
    List.copyOf(state.paths.values()).forEach(this::assess);
  }

  /** Paths, maps and configuration are known for the first time, in whatever order they came. */
  void started() {
    wwidsInUse.started();
    for (PathEntry path : List.copyOf(state.paths.values())) {
      boolean moves = path.wwid.filter(wwid -> !wwidsInUse.of(path, wwid).equals(wwid)).isPresent();
      if (moves) {
        assess(path);
        // what the kernel has kept of its page may be about a disk that was there before
        state.paths.get(path.name).doubtful = true;
      }
    }
  }

  /** Whether a WWID becomes a map, or stays one. */
  boolean isWanted(MapEntry map) {
    if (map.kernel.isPresent()) {
      return true;
    }
    if (map.paths.isEmpty() || map.dismissedBecause.isPresent()) {
      return false;
    }
    FindMultipaths mode = work.configuration().daemon().findMultipaths().value();
    return switch (mode) {
      case OFF, GREEDY -> true;
      case ON, SMART -> map.paths.size() > 1 || state.remembered.contains(map.wwid);
      case STRICT -> state.remembered.contains(map.wwid);
    };
  }

  private void changed(PathEntry known, PathFacts facts) {
    PathFacts before = known.facts;
    boolean onlyState = sameBesidesState(before, facts);
    Optional<MapEntry> left = mapOf(known);
    state.devices.remove(known, before.number());
    known.facts = facts;
    state.devices.add(known);
    if (before.readOnly() != facts.readOnly()) {
      left.ifPresent(map -> map.accessChanged = true);
    }
    PathEntry path = known;
    if (!before.number().equals(facts.number())) {
      leaveMap(known, "path taken out", "another device has its name now");
      path = anew(known);
    }
    wwidsInUse.told(path, before);
    assess(path);
    path = state.paths.get(facts.name());
    if (left.isPresent() && leadsElsewhere(path, left.get())) {
      stopIo(left.get(), before.number());
    } else if (left.isPresent() && saysOtherwise(path, before)) {
      quarantine(path, left.get(), facts.pageIdentifier().orElseThrow());
    }
    work.checkAt(path, work.now());
    if (!onlyState) {
      // its size, its access or what it is grouped by may be other than before
      mapOf(path).ifPresent(work::unsettle);
    }
  }

  /** A path that leads to another disk begins anew: what was found out was about the one before. */
  private PathEntry anew(PathEntry path) {
    PathEntry entry = path.anew(work.now());
    state.paths.put(entry.name, entry);
    state.devices.add(entry);
    state.agenda.path(work.now() + Planning.PATIENCE_MILLIS, entry.name);
    return entry;
  }

  /** The device's own page says another disk than before, and udev still tells the old one. */
  private static boolean saysOtherwise(PathEntry path, PathFacts before) {
    Optional<Wwid> says = path.facts.pageIdentifier();
    return path.wwid.isPresent()
        && before.pageIdentifier().equals(path.wwid)
        && says.isPresent()
        && !says.equals(path.wwid);
  }

  private static boolean sameBesidesState(PathFacts before, PathFacts after) {
    return before.change().deviceState(after.deviceState()).build().equals(after);
  }

  /**
   * No I/O of a map may go to another disk, not even until its table is loaded without the path.
   */
  private void stopIo(MapEntry map, DeviceNumber number) {
    if (map.holds(number) || map.structurePending) {
      new Operations(work).message(map, PathStates.FAIL + " " + number);
    }
  }

  private static boolean leadsElsewhere(PathEntry path, MapEntry map) {
    return path.wwid.isPresent() && !map.wwid.equals(path.wwid.get());
  }

  /** Decides anew whether a path counts and where it belongs. */
  private void assess(PathEntry path) {
    if (state.configuration.isEmpty()) {
      return;
    }
    Configuration configuration = work.configuration();
    Verdict verdict = configuration.verdict(path.facts);
    Optional<Setting<Wwid>> wwid =
        configuration
            .wwid(path.facts)
            .filter(found -> !isStandIn(path, found.value()))
            .map(found -> inUse(path, found))
            .or(() -> knownWwid(path));
    Optional<String> ignored = ignoredBecause(verdict, wwid).or(() -> quarantined(path, wwid));
    path.isWithoutWwid = !verdict.blacklisted() && wwid.isEmpty();
    if (ignored.isPresent()) {
      ignore(path, ignored.get());
    } else {
      admit(path, wwid.orElseThrow(), configuration);
    }
  }

  /** As long as it is said to lead to the disk that it was found not to lead to. */
  private static Optional<String> quarantined(PathEntry path, Optional<Setting<Wwid>> wwid) {
    Optional<Quarantine> quarantine = path.quarantine;
    boolean over =
        wwid.isPresent()
            && quarantine.filter(q -> !q.believed().equals(wwid.get().value())).isPresent();
    if (over) {
      path.quarantine = Optional.empty();
      return Optional.empty();
    }
    return quarantine.map(Quarantine::text);
  }

  /**
   * Whether only the device's own page is left to tell a WWID, in other words than udev told it:
   * the page says what it said before, so the device is the same.
   */
  private static boolean isStandIn(PathEntry path, Wwid found) {
    Optional<Wwid> page = path.facts.pageIdentifier();
    boolean another = path.wwid.filter(wwid -> !wwid.equals(found)).isPresent();
    return another && page.filter(found::equals).isPresent() && page.equals(path.pageThen);
  }

  private Setting<Wwid> inUse(PathEntry path, Setting<Wwid> configured) {
    Wwid wwid = wwidsInUse.of(path, configured.value());
    return wwid.equals(configured.value())
        ? configured
        : new Setting<>(wwid, new Origin(Origin.Kind.FALLBACK, "its map is there"));
  }

  /** A WWID that cannot be read for a moment is no other one: the device is the same. */
  private Optional<Setting<Wwid>> knownWwid(PathEntry path) {
    return path.wwid.map(
        wwid -> {
          work.report(Level.DETAIL, path, "WWID kept", "it cannot be read now: " + wwid);
          return new Setting<>(wwid, new Origin(Origin.Kind.FALLBACK, "read before"));
        });
  }

  private static Optional<String> ignoredBecause(Verdict verdict, Optional<Setting<Wwid>> wwid) {
    if (verdict.blacklisted()) {
      return Optional.of("blacklisted: " + verdict.rule());
    }
    return wwid.isEmpty() ? Optional.of("it has no WWID") : Optional.empty();
  }

  private void ignore(PathEntry path, String because) {
    if (path.ignoredBecause.filter(because::equals).isEmpty()) {
      work.report(Level.DETAIL, path, "path ignored", because);
    }
    mapOf(path).ifPresent(map -> map.pathExcluded |= path.quarantine.isEmpty());
    leaveMap(path, "path taken out", because);
    path.ignoredBecause = Optional.of(because);
    path.wwid = Optional.empty();
    path.settings = Optional.empty();
    if (path.isWithoutWwid) {
      new PathTuning(work).awaitWwid(path);
    }
  }

  private void admit(PathEntry known, Setting<Wwid> wwid, Configuration configuration) {
    PathEntry path = known;
    boolean moves = known.wwid.filter(wwid.value()::equals).isEmpty();
    // nobody asked who it is as long as it did not count
    boolean doubtful = known.wwid.isEmpty() && known.doubtful;
    if (moves && known.wwid.isPresent()) {
      mapOf(known).ifPresent(map -> map.pathExcluded = true);
      leaveMap(known, "path taken out", "it leads to another disk now: " + wwid.value());
      path = anew(known);
    } else if (moves && known.checkedOnce) {
      path = anew(known);
    }
    path.ignoredBecause = Optional.empty();
    path.settings = Optional.of(configuration.path(path.facts));
    path.wwid = Optional.of(wwid.value());
    if (moves || path.pageThen.isEmpty()) {
      path.pageThen = path.facts.pageIdentifier();
    }
    if (moves) {
      joinMap(path, wwid);
      path.doubtful = doubtful;
    }
  }

  private void joinMap(PathEntry path, Setting<Wwid> wwid) {
    MapEntry map = state.map(wwid.value());
    map.paths.add(path);
    map.dismissedBecause = Optional.empty();
    map.pathDeleted = false;
    map.pathExcluded = false;
    path.timeouts = Optional.empty();
    path.retriggers = 0;
    path.purged = false;
    // answers that are under way were about what the path was before
    path.checkNumber = 0;
    path.rankNumber = 0;
    path.shakiness.measurement = 0;
    path.identityNumber = 0;
    path.waitingResult = Optional.empty();
    path.doubtful = false;
    work.checkAt(path, work.now());
    work.report(Level.DETAIL, path, "path belongs to " + wwid.value(), wwid.origin().text());
    new KernelView(work).refresh(map, path);
    work.changed(map);
    // a map that still has the device from before has to let it go
    for (Wwid holder : state.devices.holders(path.facts.number())) {
      Optional.ofNullable(state.maps.get(holder))
          .filter(other -> other != map)
          .ifPresent(work::unsettle);
    }
  }

  private void leaveMap(PathEntry path, String decision, String because) {
    mapOf(path)
        .ifPresent(
            map -> {
              map.paths.remove(path);
              IdentityGuard.refuse(work, path, because);
              work.report(Level.NOTICE, path, decision, because);
              work.changed(map);
              if (!map.carriesIo()) {
                new ShakyPaths(work).release(map);
              }
              state.forgetIfIdle(map);
            });
  }

  /** A path leads to another disk than it was believed to: it is taken out before any I/O. */
  void quarantine(PathEntry path, MapEntry map, Wwid found) {
    Quarantine quarantine = new Quarantine(map.wwid, found);
    stopIo(map, path.facts.number());
    path.quarantine = Optional.of(quarantine);
    work.report(Level.ERROR, path, "path taken out of " + map.shownName(), quarantine.text());
    ignore(path, quarantine.text());
    new PathTuning(work).lookAnew(path);
  }

  /** It leads to that disk again. */
  void endQuarantine(PathEntry path) {
    path.quarantine = Optional.empty();
    work.report(Level.NOTICE, path, "quarantine ended", "it leads to its disk again");
    assess(path);
  }

  private Optional<MapEntry> mapOf(PathEntry path) {
    return path.wwid.map(state.maps::get);
  }
}
