package org.polypath.core;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.UdevHints;
import org.polypath.api.path.PathFacts;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.settings.Failback;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.core.effect.Effect.Answer;
import org.polypath.core.effect.Effect.NameMap;
import org.polypath.core.effect.Effect.PlanMap;
import org.polypath.core.effect.Effect.RememberWwid;
import org.polypath.core.effect.Effect.Report.Level;
import org.polypath.core.event.Event.MapNamed;
import org.polypath.core.event.Event.MapPlanned;

/** What a map should be, and the smallest operation that makes it so. */
final class Planning {
  /** How long a map waits for the first answers of its paths before it is built without them. */
  static final long PATIENCE_MILLIS = 3000;

  private final Workspace work;
  private final State state;
  private final Admission admission;
  private final Limit limit;

  Planning(Workspace work, Admission admission) {
    this.work = work;
    this.limit = new Limit(work.options);
    this.state = work.state;
    this.admission = admission;
  }

  /** Goes on with every map that has to be looked at, in the order in which they became known. */
  void settle() {
    if (!state.ready() || state.unsettled.isEmpty()) {
      return;
    }
    boolean earlierWaits = false;
    for (MapEntry map : List.copyOf(state.maps.values())) {
      if (!state.unsettled.contains(map.wwid)) {
        continue;
      }
      if (admission.isWanted(map)) {
        settle(map, earlierWaits);
        earlierWaits |= isAwaited(map);
      } else {
        state.unsettled.remove(map.wwid);
      }
    }
  }

  /** A name came. */
  void named(MapNamed answer) {
    MapEntry map = state.maps.get(answer.wwid());
    if (map != null && map.nameNumber == answer.number()) {
      map.nameNumber = 0;
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
    map.plan = answer.plan();
    map.regrouping.ifPresent(regrouping -> regrouped(map, regrouping, answer.fault()));
    if (map.plan.isEmpty()) {
      map.retryAt = work.now() + work.pollingMillis();
      work.report(Level.WARNING, map, "map left as it is", answer.fault());
    } else if (!answer.fault().isEmpty()) {
      work.report(Level.WARNING, map, "planned otherwise than configured", answer.fault());
    }
  }

  /**
   * The policy that a command asked for answered; if it cannot, the configured one is asked next.
   */
  private void regrouped(MapEntry map, Regrouping regrouping, String fault) {
    boolean refused = map.plan.isEmpty();
    map.regrouping = refused ? Optional.empty() : Optional.of(regrouping.answered());
    if (refused) {
      regrouping
          .command()
          .ifPresent(number -> work.emit(new Answer(number, CommandResult.failed(fault))));
    } else {
      regrouping.command().ifPresent(state.waitingCommands::add);
    }
  }

  /** When a map that waits will go on by itself; empty if it waits for an answer. */
  Optional<Long> wakesAt(MapEntry map) {
    if (map.retryAt > work.now()) {
      return Optional.of(map.retryAt);
    }
    return map.paths.stream()
        .filter(path -> isAwaited(path))
        .map(path -> waitedSince(path) + PATIENCE_MILLIS)
        .min(Long::compare);
  }

  /**
   * Goes on with one map.
   *
   * @param earlierWaits whether a map that became known before is still waited for: a new map then
   *     waits too, so that names and device numbers come in order
   */
  private void settle(MapEntry map, boolean earlierWaits) {
    resolve(map);
    if (!work.options.checks()) {
      state.unsettled.remove(map.wwid);
      return;
    }
    if (map.name.isEmpty()) {
      name(map);
    }
    if (!limit.covers(map)) {
      if (map.nameNumber == 0) {
        state.unsettled.remove(map.wwid);
      }
      return;
    }
    boolean beingMade = map.structurePending || (map.readPending && map.kernel.isEmpty());
    if (beingMade || map.retryAt > work.now() || isAnyPathAwaited(map)) {
      return;
    }
    if (map.plan.isEmpty()) {
      plan(map);
    }
    boolean mustWait = earlierWaits && map.kernel.isEmpty();
    if (map.name.isPresent() && map.plan.isPresent() && !mustWait) {
      state.unsettled.remove(map.wwid);
      decide(map);
    }
  }

  /** Whether a map is about to be decided on, within a bounded time. */
  private boolean isAwaited(MapEntry map) {
    boolean answersPending = isAnyPathAwaited(map) || map.planNumber != 0 || map.nameNumber != 0;
    return state.unsettled.contains(map.wwid) && map.retryAt <= work.now() && answersPending;
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
    List<PathFacts> facts = map.paths.stream().map(path -> path.facts).toList();
    map.settings = Optional.of(work.configuration().map(map.wwid, facts));
  }

  private void name(MapEntry map) {
    MapSettings settings = map.settings.orElseThrow();
    if (settings.alias().isPresent()) {
      String alias = settings.alias().get().value();
      map.name = Optional.of(isFree(map, alias) ? alias : map.wwid.text());
      work.report(
          Level.DETAIL, map, "name " + map.name.get(), settings.alias().get().origin().text());
    } else if (!settings.userFriendlyNames().value()) {
      map.name = Optional.of(map.wwid.text());
    } else if (map.nameNumber == 0) {
      map.nameNumber = work.nextNumber();
      work.emit(
          new NameMap(
              map.wwid,
              map.nameNumber,
              settings.aliasPrefix().value(),
              map.kernel.map(KernelMap::name),
              takenNames(map),
              work.options.builds() && limit.covers(map)));
    }
  }

  private boolean isFree(MapEntry map, String name) {
    return !takenNames(map).contains(name);
  }

  private Set<String> takenNames(MapEntry map) {
    Set<String> taken = new HashSet<>(state.otherNames);
    for (MapEntry other : state.maps.values()) {
      if (other != map) {
        other.kernel.map(KernelMap::name).or(() -> other.name).ifPresent(taken::add);
      }
    }
    return taken;
  }

  private void plan(MapEntry map) {
    if (map.planNumber != 0) {
      return;
    }
    List<PathEntry> members = new WantedTable(map, work).members();
    if (members.isEmpty()) {
      leaveOrRemove(map);
      return;
    }
    MapSettings settings = map.settings.orElseThrow();
    map.planNumber = work.nextNumber();
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
            members.stream().map(PathEntry::ranked).toList()));
  }

  /** No path can be in the table: a map whose paths all left is removed if nobody uses it. */
  private void leaveOrRemove(MapEntry map) {
    state.unsettled.remove(map.wwid);
    boolean unused = map.kernel.filter(kernel -> kernel.openCount() == 0).isPresent();
    if (map.paths.isEmpty() && unused) {
      new Operations(work).give(map, new MapOperation.Remove(map.shownName(), false));
    }
  }

  private void decide(MapEntry map) {
    MapSettings settings = map.settings.orElseThrow();
    MultipathTable wanted = new WantedTable(map, work).table(settings, map.plan.orElseThrow());
    if (map.kernel.isEmpty()) {
      create(map, wanted);
      return;
    }
    KernelMap kernel = map.kernel.get();
    rename(map, kernel);
    boolean queueingDefined =
        work.options.queues()
            && (state.queueingDisabled
                || settings.noPathRetry().value().mode() != NoPathRetry.Mode.UNDEFINED);
    boolean handlerAttached = map.paths.stream().anyMatch(path -> path.facts.handler().isPresent());
    TableDifference difference =
        TableDifference.between(kernel.table(), wanted, handlerAttached, queueingDefined);
    if (difference == TableDifference.QUEUEING && !map.forced) {
      setQueueing(map, wanted.queuesWithoutPath());
    } else if (map.forced || isReloadDue(map, settings, difference, wanted)) {
      reload(map, wanted, map.forced ? "forced by user" : difference.text());
    } else {
      map.action = "";
      new FailbackRule(work).consider(map);
      new Queueing(work).consider(map);
    }
    map.mayReorder = false;
  }

  /** For this alone a message does; what else differs is seen once the map was read again. */
  private void setQueueing(MapEntry map, boolean queues) {
    String message = queues ? "queue_if_no_path" : "fail_if_no_path";
    work.report(Level.NOTICE, map, message, TableDifference.QUEUEING.text());
    new Operations(work).message(map, message);
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
    boolean unranked =
        map.paths.stream()
            .anyMatch(path -> path.priority.isEmpty() && map.holds(path.facts.number()));
    return unranked && wanted.devices().equals(map.kernel.orElseThrow().table().devices());
  }

  /**
   * Whether the kernel shows the very table that we loaded in other words: what is loaded once and
   * still differs would differ for ever. A table that changes afterwards is somebody else's doing,
   * and is put right.
   */
  private boolean isKernelsRendition(
      MapEntry map, TableDifference difference, MultipathTable wanted) {
    if (!wanted.parameters().equals(map.loaded)) {
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
  }

  private void create(MapEntry map, MultipathTable wanted) {
    String name = map.name.orElseThrow();
    if (!isFree(map, name)) {
      name = map.wwid.text();
    }
    map.action = "create";
    loads(map, wanted);
    boolean readOnly = map.paths.stream().allMatch(path -> path.facts.readOnly());
    new Operations(work)
        .give(map, new MapOperation.Create(name, map.wwid, wanted, readOnly, hints(map, false)));
    if (work.options.builds() && state.remembered.add(map.wwid)) {
      work.emit(new RememberWwid(map.wwid));
    }
    work.report(Level.DETAIL, map, "create " + name, wanted.parameters());
  }

  private void reload(MapEntry map, MultipathTable wanted, String because) {
    map.action = "reload";
    loads(map, wanted);
    work.report(Level.NOTICE, map, "reload", because + "; table: " + wanted.parameters());
    boolean readOnly = map.kernel.orElseThrow().readOnly();
    new Operations(work)
        .give(
            map, new MapOperation.Reload(nameAfterRename(map), wanted, readOnly, hints(map, true)));
  }

  /** What it is called once a rename given just before is done. */
  private String nameAfterRename(MapEntry map) {
    return map.name.filter(name -> isFree(map, name)).orElse(map.shownName());
  }

  private void rename(MapEntry map, KernelMap kernel) {
    String wanted = map.name.orElseThrow();
    if (wanted.equals(kernel.name())) {
      return;
    }
    if (isFree(map, wanted)) {
      map.action = "rename";
      new Operations(work).give(map, new MapOperation.Rename(kernel.name(), wanted));
    } else {
      work.report(Level.WARNING, map, "name kept", "another device is called " + wanted);
    }
  }

  private static UdevHints hints(MapEntry map, boolean contentUnchanged) {
    return new UdevHints(contentUnchanged, false, !map.hasUsablePath());
  }
}
