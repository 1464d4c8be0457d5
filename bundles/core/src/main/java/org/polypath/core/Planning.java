package org.polypath.core;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.polypath.api.map.KernelMap;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.settings.MapSettings;
import org.polypath.core.effect.Effect.NameMap;
import org.polypath.core.effect.Effect.PlanMap;
import org.polypath.core.effect.Effect.Report.Level;
import org.polypath.core.event.Event.MapNamed;
import org.polypath.core.event.Event.MapPlanned;
import org.polypath.core.event.Plan;

/** What a map should be: its name, and its groups by policy and selector. */
final class Planning {
  /** How long a map waits for the first answers of its paths before it is built without them. */
  static final long PATIENCE_MILLIS = 3000;

  private final Workspace work;
  private final State state;
  private final Admission admission;
  private final Scope scope;
  private final TakenNames takenNames;
  private final Building building;

  Planning(Workspace work, Admission admission) {
    this.work = work;
    this.scope = new Scope(work.options);
    this.state = work.state;
    this.admission = admission;
    this.takenNames = new TakenNames(work.state);
    this.building = new Building(work);
  }

  /** Goes on with every map that has to be looked at and to which something happened. */
  void settle() {
    if (!state.ready()) {
      return;
    }
    Optional<Wwid> next = state.unsettled.next();
    while (next.isPresent()) {
      Optional.ofNullable(state.maps.get(next.get())).ifPresent(this::goOn);
      next = state.unsettled.next();
    }
  }

  private void goOn(MapEntry map) {
    if (!admission.isWanted(map)) {
      state.unsettled.remove(map);
      return;
    }
    settle(map, state.unsettled.isBehind(map));
    boolean isNew = map.kernel.isEmpty() && state.unsettled.contains(map);
    state.unsettled.noteWaiting(map, isNew && isAwaited(map));
  }

  /** A name came. */
  void named(MapNamed answer) {
    MapEntry map = state.maps.get(answer.wwid());
    if (map != null && map.nameNumber == answer.number()) {
      map.nameNumber = 0;
      state.unsettled.stir(map);
      map.name = Optional.of(answer.name());
      work.report(Level.DETAIL, map, "name " + answer.name(), answer.because());
    }
  }

  /** Policy and selector answered. */
  void planned(MapPlanned answer) {
    MapEntry map = state.maps.get(answer.wwid());
    if (map == null || map.planNumber != answer.number()) {
      return;
    }
    map.planNumber = 0;
    state.unsettled.stir(map);
    map.plan = answer.plan();
    map.regrouping.ifPresent(regrouping -> regrouped(map, regrouping, answer.fault()));
    if (map.plan.isEmpty()) {
      work.retryAt(map, work.now() + work.pollingMillis());
    }
    noteFault(map, answer.fault());
  }

  /** Said once, and again when it is another one: a map is planned again and again. */
  private void noteFault(MapEntry map, String fault) {
    String decision =
        map.plan.isEmpty() ? "map left as it is" : "planned otherwise than configured";
    if (!fault.isEmpty() && !fault.equals(map.planFault)) {
      work.report(Level.WARNING, map, decision, fault);
    }
    map.planFault = fault;
  }

  /** The policy that a command asked for answered; if it cannot, the one before is asked next. */
  private void regrouped(MapEntry map, Regrouping regrouping, String fault) {
    boolean refused = map.plan.isEmpty();
    map.regrouping = refused ? regrouping.refused() : Optional.of(regrouping.accepted());
    if (refused) {
      regrouping.command().ifPresent(number -> work.answer(number, CommandResult.failed(fault)));
    } else {
      regrouping.command().ifPresent(state.waitingCommands::add);
    }
  }

  /**
   * Goes on with one map.
   *
   * @param earlierWaits whether a map that became known before is still waited for: a new map then
   *     waits too, so that names and device numbers come in order
   */
  private void settle(MapEntry map, boolean earlierWaits) {
    resolve(map);
    new PathTuning(work).tune(map);
    if (!work.options.checks()) {
      state.unsettled.remove(map);
      return;
    }
    if (map.name.isEmpty()) {
      name(map);
    }
    if (!scope.covers(map)) {
      if (map.nameNumber == 0) {
        state.unsettled.remove(map);
      }
      return;
    }
    boolean beingMade =
        map.structurePending
            || map.goingUnseen
            || (map.kernel.isEmpty() && (map.readPending || map.madeAs.isPresent()));
    boolean waits = map.retryAt > work.now() || new Gathering(work).isWaiting(map);
    if (beingMade || waits || isAnyPathAwaited(map)) {
      return;
    }
    if (map.plan.isEmpty()) {
      plan(map);
    }
    if (map.name.isEmpty() || map.plan.isEmpty()) {
      return;
    }
    if (earlierWaits && map.kernel.isEmpty()) {
      state.unsettled.hold(map);
    } else {
      state.unsettled.remove(map);
      building.decide(map);
    }
  }

  /** Names and plans come from others: nobody waits for them for ever. */
  private long asked(MapEntry map) {
    map.askedAt = work.now();
    work.lookAt(map, work.now() + PATIENCE_MILLIS);
    return work.nextNumber();
  }

  /** Whether a map is about to be decided on, within a bounded time. */
  private boolean isAwaited(MapEntry map) {
    boolean asked = map.planNumber != 0 || map.nameNumber != 0;
    boolean soon = asked && work.now() < map.askedAt + PATIENCE_MILLIS;
    boolean answersPending = isAnyPathAwaited(map) || soon || new Gathering(work).isWaiting(map);
    return state.unsettled.contains(map) && map.retryAt <= work.now() && answersPending;
  }

  private boolean isAnyPathAwaited(MapEntry map) {
    return map.paths.stream().anyMatch(this::isAwaited);
  }

  /** Whether a path's first state or a priority under way is still worth waiting for. */
  private boolean isAwaited(PathEntry path) {
    boolean awaited = !path.checkedOnce || !path.rankedOnce || path.rankNumber != 0;
    return awaited && work.now() < waitedSince(path) + PATIENCE_MILLIS;
  }

  private static long waitedSince(PathEntry path) {
    return path.rankNumber != 0 ? path.rankSentAt : path.admittedAt;
  }

  private void resolve(MapEntry map) {
    if (!map.paths.isEmpty()) {
      map.lastFacts = map.paths.stream().map(path -> path.facts).toList();
    }
    map.settings = Optional.of(work.configuration().map(map.wwid, map.lastFacts));
  }

  private void name(MapEntry map) {
    MapSettings settings = map.settings.orElseThrow();
    if (settings.alias().isPresent()) {
      String alias = settings.alias().get().value();
      map.name = Optional.of(takenNames.isFree(map, alias) ? alias : map.wwid.text());
      work.report(
          Level.DETAIL, map, "name " + map.name.get(), settings.alias().get().origin().text());
    } else if (!settings.userFriendlyNames().value()) {
      map.name = Optional.of(map.wwid.text());
    } else if (map.nameNumber == 0) {
      map.nameNumber = asked(map);
      work.emit(
          new NameMap(
              map.wwid,
              map.nameNumber,
              settings.aliasPrefix().value(),
              map.kernel.map(KernelMap::name),
              takenNames.besides(map),
              work.options.builds() && scope.covers(map)));
    }
  }

  private void plan(MapEntry map) {
    if (map.planNumber != 0) {
      return;
    }
    WantedTable wanted = new WantedTable(map, work);
    List<PathEntry> members = wanted.members();
    List<PathEntry> newcomers = wanted.newcomers();
    map.paths.stream()
        .filter(path -> !members.contains(path) && !newcomers.contains(path))
        .filter(path -> !IdentityGuard.isInDoubt(path))
        .forEach(path -> leftOut(map, path));
    if (members.isEmpty() && holdsAnothersPath(map)) {
      map.plan = Optional.of(Plan.NO_PATHS);
      return;
    }
    if (members.isEmpty()) {
      leaveOrRemove(map);
      return;
    }
    MapSettings settings = map.settings.orElseThrow();
    map.planNumber = asked(map);
    work.emit(
        new PlanMap(
            map.wwid,
            map.planNumber,
            map.regrouping
                .map(Regrouping::policy)
                .orElseGet(() -> settings.groupingPolicy().value()),
            settings.selector().value(),
            settings.selectorArguments().value(),
            settings.repeatCount().value(),
            settings.repeatByPriority().value(),
            members.stream().map(PathEntry::ranked).toList(),
            members.stream()
                .filter(PathEntry::isMarginal)
                .map(path -> path.name)
                .collect(Collectors.toSet())));
  }

  /**
   * Whether the kernel could still send this map's I/O to a path that leads elsewhere now. One that
   * is merely blacklisted leads to its disk: who uses the map goes on.
   */
  private boolean holdsAnothersPath(MapEntry map) {
    return map.kernel.stream()
        .flatMap(kernel -> kernel.table().devices().stream())
        .flatMap(device -> state.devices.path(device).stream())
        .anyMatch(path -> path.leadsElsewhereThan(map));
  }

  /** Said once, and again when it is left out for another reason. */
  private void leftOut(MapEntry map, PathEntry path) {
    String because = leftOutBecause(map, path);
    if (!path.leftOutBecause.equals(because)) {
      path.leftOutBecause = because;
      work.report(Level.WARNING, path, "path left out of " + map.shownName(), because);
    }
  }

  private static String leftOutBecause(MapEntry map, PathEntry path) {
    if (path.facts.readOnly() && !map.isReadOnly()) {
      return "it is write-protected, and others are not";
    }
    return path.state.isUsable()
        ? "its size is " + path.facts.sectors() + " sectors, not the map's"
        : "it cannot be opened: " + path.facts.deviceState().name().toLowerCase(Locale.ROOT);
  }

  /** No path can be in the table: what becomes of a map whose paths all left. */
  private void leaveOrRemove(MapEntry map) {
    state.unsettled.remove(map);
    new MapRequests(work).endRegrouping(map, "none of its paths can be loaded");
    EmptyMaps emptyMaps = new EmptyMaps(work);
    if (map.kernel.isEmpty()) {
      // it is about to be made no longer
      map.action = "";
      return;
    }
    if (emptyMaps.isGoing(map)) {
      return;
    }
    boolean left = map.paths.isEmpty() && (map.pathDeleted || map.pathExcluded);
    if (!left) {
      // its paths cannot be loaded, or are not known yet
      building.decideQueueing(map);
      return;
    }
    emptyMaps.lastPathGone(map);
  }
}
