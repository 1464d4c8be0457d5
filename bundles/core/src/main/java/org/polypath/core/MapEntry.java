package org.polypath.core;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.map.KernelMap;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command.ReservationMark;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.topology.MapStatistics;
import org.polypath.api.topology.Outage;
import org.polypath.api.topology.PathSnapshot.KernelPathState;
import org.polypath.core.event.Plan;

/**
 * What the core remembers of one WWID: its paths, and its map if it has or gets one. Times are
 * {@link Moment#millis}; 0 means that no such time is running.
 */
final class MapEntry {
  final Wwid wwid;

  /** The how manieth it was to become known. */
  final long order;

  /** Its paths, in the order they became known. */
  final List<PathEntry> paths = new ArrayList<>();

  /** The kernel's map as last read. */
  Optional<KernelMap> kernel = Optional.empty();

  Optional<MapSettings> settings = Optional.empty();

  /**
   * The facts of the paths it had last: what is configured for its hardware holds on when they have
   * gone.
   */
  List<PathFacts> lastFacts = List.of();

  Optional<String> name = Optional.empty();
  long nameNumber;
  Optional<Plan> plan = Optional.empty();
  long planNumber;

  /** What was last wrong when it was planned, as it was told; empty if nothing was. */
  String planFault = "";

  /** When its name or plan was last asked for. */
  long askedAt;

  /** The policy that a command asked for, and that command until it is answered. */
  Optional<Regrouping> regrouping = Optional.empty();

  /** Whether its groups may be put into another order by a reload. */
  boolean mayReorder;

  /** Whether its table is loaded again although nothing differs. */
  boolean forced;

  /** The parameters last loaded by us; empty if none were, or the last were refused. */
  String loaded = "";

  /**
   * The kernel's table right after those were loaded, if it was still not as wanted; empty text for
   * none.
   */
  String rendition = "";

  Corrections corrections = new Corrections();

  /** Operations given and not yet answered. */
  int operationsPending;

  /** How many of them are messages, after which the kernel's paths are others than were read. */
  int messagesPending;

  /** Whether one of them creates, loads or renames. */
  boolean structurePending;

  /** Whether what we did to it is to be looked at when it is read next. */
  boolean toVerify;

  /** The name it was just made with; empty once the kernel has shown it. */
  Optional<String> madeAs = Optional.empty();

  boolean readPending;

  /** When it is read next although nothing was heard of it. */
  long nextReadAt;

  /**
   * Whether an operation was given after the read under way was asked for, whose answer is then out
   * of date.
   */
  boolean readOutdated;

  /**
   * Whether a table was just loaded, which makes the kernel use every path again, also the dead
   * ones.
   */
  boolean revived;

  /** Since when paths that come and go are taken together, and until when at the latest. */
  long gatheringSince;

  long gatheringUntil;

  /** Whether it was removed, or is to go with its last user, because it has no path. */
  boolean goes;

  /** Whether the kernel has not yet shown what came of that. */
  boolean goingUnseen;

  /** The name that the kernel did not give it; it is not asked for again until another is due. */
  Optional<String> refusedName = Optional.empty();

  /** How often its name was put right after somebody else had changed it. */
  Corrections renamings = new Corrections();

  /** When that is done next. */
  long renameAt;

  /** Until when a path of another disk in its table is not failed again. */
  long keptOutUntil;

  /** Whether a path of it was deleted since one came. */
  boolean pathDeleted;

  /** Whether a path of it was excluded, or found to lead to another disk, since one came. */
  boolean pathExcluded;

  /** Whether its paths became read-only or writable since its table was loaded. */
  boolean accessChanged;

  /** Until when a new map that has only ghost paths is kept from its users. */
  long ghostUntil;

  int refusals;
  long retryAt;

  /** Why it is not built although it could be; empty for no such reason. */
  Optional<String> dismissedBecause = Optional.empty();

  /** What a checker wants all paths to know. */
  CheckerMemory memory = CheckerMemory.NONE;

  long failbackAt;

  /** Whether a path of the best group came back as the first usable one there. */
  boolean followover;

  /** Whether somebody said that no I/O waits for a path here. */
  boolean queueingDisabled;

  /** What somebody said of its persistent reservation. */
  final Set<ReservationMark> reservationMarks = EnumSet.noneOf(ReservationMark.class);

  boolean recovering;

  /** The loss that was told of. */
  Optional<Outage> outage = Optional.empty();

  boolean retriesOver;
  long queueUntil;
  long recoveringSince;
  String action = "";
  MapStatistics statistics = MapStatistics.ZERO;
  final ReasonLog reasons;

  MapEntry(Wwid wwid, long order) {
    this(wwid, order, new ReasonLog());
  }

  private MapEntry(Wwid wwid, long order, ReasonLog reasons) {
    this.wwid = wwid;
    this.order = order;
    this.reasons = reasons;
  }

  /**
   * What people call it: the kernel's name, else the one it was made with, else the one it gets,
   * else the WWID.
   */
  String shownName() {
    return kernel.map(KernelMap::name).or(() -> madeAs).or(() -> name).orElse(wwid.text());
  }

  Optional<PathEntry> path(DeviceNumber number) {
    return paths.stream().filter(path -> path.facts.number().equals(number)).findFirst();
  }

  boolean holds(DeviceNumber number) {
    return kernel.stream()
        .flatMap(map -> map.table().groups().stream())
        .flatMap(group -> group.paths().stream())
        .anyMatch(path -> path.device().equals(number));
  }

  /** Whether a path in the kernel's table was never ranked: nobody knows its group. */
  boolean holdsUnranked() {
    return paths.stream().anyMatch(path -> path.priority.isEmpty() && holds(path.facts.number()));
  }

  /** Whether no I/O may wait for a path, whatever is configured. */
  boolean isQueueingDisabled(State state) {
    return queueingDisabled || state.queueingDisabled;
  }

  /** Whether I/O to the kernel's map can go anywhere. */
  boolean carriesIo() {
    return paths.stream().anyMatch(this::canUse);
  }

  /**
   * Whether I/O to the kernel's map can go down a path: it is in the table, and not left failed.
   */
  boolean canUse(PathEntry path) {
    boolean leftFailed =
        path.kernelState == KernelPathState.FAILED && PathStates.isUselessGhost(this, path);
    return path.carriesIo() && holds(path.facts.number()) && !leftFailed;
  }

  boolean hasUsablePath() {
    return paths.stream().anyMatch(path -> path.state.isUsable());
  }

  /** Whether all its paths are read-only. */
  boolean isReadOnly() {
    return !paths.isEmpty() && paths.stream().allMatch(path -> path.facts.readOnly());
  }

  /** There is no map any more that could fail back or wait for a path. */
  void stopTimers() {
    failbackAt = 0;
    queueUntil = 0;
    recovering = false;
    retriesOver = false;
  }

  /** A copy whose paths are still to be filled in. */
  MapEntry copyWithoutPaths() {
    MapEntry copy = new MapEntry(wwid, order, reasons.copy());
    copy.kernel = kernel;
    copy.settings = settings;
    copy.lastFacts = lastFacts;
    copy.name = name;
    copy.nameNumber = nameNumber;
    copy.plan = plan;
    copy.planNumber = planNumber;
    copy.planFault = planFault;
    copy.askedAt = askedAt;
    copy.regrouping = regrouping;
    copy.mayReorder = mayReorder;
    copy.forced = forced;
    copy.loaded = loaded;
    copy.rendition = rendition;
    copy.corrections = corrections.copy();
    copy.operationsPending = operationsPending;
    copy.messagesPending = messagesPending;
    copy.structurePending = structurePending;
    copy.nextReadAt = nextReadAt;
    copy.revived = revived;
    copy.toVerify = toVerify;
    copy.madeAs = madeAs;
    copy.readPending = readPending;
    copy.readOutdated = readOutdated;
    copy.gatheringSince = gatheringSince;
    copy.gatheringUntil = gatheringUntil;
    copy.goes = goes;
    copy.goingUnseen = goingUnseen;
    copy.refusedName = refusedName;
    copy.renamings = renamings.copy();
    copy.renameAt = renameAt;
    copy.keptOutUntil = keptOutUntil;
    copy.pathDeleted = pathDeleted;
    copy.pathExcluded = pathExcluded;
    copy.accessChanged = accessChanged;
    copy.ghostUntil = ghostUntil;
    copy.refusals = refusals;
    copy.retryAt = retryAt;
    copy.dismissedBecause = dismissedBecause;
    copy.memory = memory;
    copy.failbackAt = failbackAt;
    copy.followover = followover;
    copy.queueingDisabled = queueingDisabled;
    copy.reservationMarks.addAll(reservationMarks);
    copy.recovering = recovering;
    copy.outage = outage;
    copy.retriesOver = retriesOver;
    copy.queueUntil = queueUntil;
    copy.recoveringSince = recoveringSince;
    copy.action = action;
    copy.statistics = statistics;
    return copy;
  }
}
