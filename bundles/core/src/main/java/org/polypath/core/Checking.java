package org.polypath.core;

import java.util.Locale;
import java.util.Optional;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathState;
import org.polypath.api.settings.PathSettings;
import org.polypath.core.effect.Effect.CheckPath;
import org.polypath.core.effect.Effect.Report;
import org.polypath.core.effect.Effect.Report.Level;
import org.polypath.core.event.Event.PathChecked;

/** When paths are checked, and what an answer means. At most one check of a path is under way. */
final class Checking {
  /**
   * How soon a path is looked at again whose answer is not there yet, or that the kernel failed.
   */
  static final long RECHECK_MILLIS = 1000;

  private final Workspace work;
  private final Ranking ranking;

  Checking(Workspace work, Ranking ranking) {
    this.work = work;
    this.ranking = ranking;
  }

  /** Sends the check of a path if it is due. */
  void sendIfDue(PathEntry path) {
    if (work.options.checks() && isDue(path)) {
      path.settings.ifPresent(settings -> send(path, settings));
    }
  }

  /** Another question uses the same way to the device: a check beside it would find it busy. */
  private boolean isDue(PathEntry path) {
    return path.counts() && path.isIdle() && path.nextCheckAt <= work.now();
  }

  /** Paths whose plug-ins could not be asked, or failed: they may be others now. */
  void sendToUnanswered() {
    for (PathEntry path : work.state.paths.values()) {
      if (path.counts() && !(path.checkFault.isEmpty() && path.rankFault.isEmpty())) {
        work.checkAt(path, work.now());
      }
    }
  }

  /** A check was answered. */
  void answered(PathChecked answer) {
    PathEntry path = work.state.paths.get(answer.path());
    if (path == null) {
      return;
    }
    // told only once, whatever became of the check
    path.doubtful |= answer.attention();
    if (path.checkNumber != answer.number() || !path.counts()) {
      return;
    }
    path.checkNumber = 0;
    work.stirMapOf(path);
    MapEntry map = work.state.maps.get(path.wwid.orElseThrow());
    boolean checkedBefore = path.checkedOnce;
    path.checkedOnce = true;
    if (path.facts.deviceState() != answer.deviceState()) {
      path.facts = path.facts.change().deviceState(answer.deviceState()).build();
    }
    if (!answer.fault().isEmpty()) {
      new CheckSchedule(work).after(map, path, false);
      fault(path, answer.fault());
      if (IdentityGuard.doubts(work, path, checkedBefore, PathState.UNCHECKED)) {
        IdentityGuard.ask(work, path, Optional.empty());
      }
      return;
    }
    path.checkFault = "";
    answer.result().ifPresent(result -> remember(map, path, result));
    CheckResult result =
        fromDevice(answer.deviceState())
            .or(() -> answer.result().map(said -> sized(path, said)))
            .orElseGet(() -> new CheckResult(PathState.UNCHECKED, path.message));
    if (IdentityGuard.doubts(work, path, checkedBefore, result.state())) {
      IdentityGuard.ask(work, path, Optional.of(result));
    } else {
      take(map, path, result);
    }
  }

  /** Takes a result that is about the right disk. */
  void take(MapEntry map, PathEntry path, CheckResult found) {
    PathState before = path.state;
    CheckResult result =
        found.state().isUsable() ? new ShakyPaths(work).judge(map, path, found) : found;
    apply(map, path, result);
    if (result.state() == PathState.PENDING) {
      work.checkAt(path, work.now() + RECHECK_MILLIS);
    } else {
      boolean wellAsBefore = path.state.isUsable() && path.state == before;
      new CheckSchedule(work).after(map, path, wellAsBefore);
    }
    if (path.state.isUsable() || answers(path, found)) {
      ranking.ask(path);
    } else {
      path.rankedOnce = true;
    }
  }

  /**
   * A path that is down but answers may still tell its place: a controller on stand-by, for
   * instance.
   */
  private static boolean answers(PathEntry path, CheckResult found) {
    DeviceState device = path.facts.deviceState();
    boolean asked = device == DeviceState.RUNNING || device == DeviceState.NONE;
    return asked && (found.state() == PathState.DOWN || found.state().isUsable());
  }

  private void send(PathEntry path, PathSettings settings) {
    String checker = settings.checker().value();
    MapEntry map = work.state.maps.get(path.wwid.orElseThrow());
    path.checkNumber = work.nextNumber();
    path.checkSentAt = work.now();
    work.emit(
        new CheckPath(
            path.facts,
            path.checkNumber,
            checker,
            settings.checkerTimeout().value(),
            path.memory.of(checker),
            map.memory.of(checker)));
  }

  /**
   * A disk without a size takes no I/O, whatever its checker says: its controller stood by when the
   * kernel found it, which has to ask again for the size.
   */
  private CheckResult sized(PathEntry path, CheckResult said) {
    if (said.state() != PathState.UP || path.facts.sectors() > 0) {
      return said;
    }
    new PathTuning(work).askSize(path);
    return new CheckResult(
        PathState.GHOST, "the kernel knows no size of it", said.pathMemory(), said.mapMemory());
  }

  private static void remember(MapEntry map, PathEntry path, CheckResult result) {
    String checker = path.settings.orElseThrow().checker().value();
    path.memory = path.memory.after(checker, result.pathMemory());
    map.memory = map.memory.after(checker, result.mapMemory());
  }

  /** What the device's state alone says; empty if the checker has to be asked. */
  private static Optional<CheckResult> fromDevice(DeviceState state) {
    return switch (state) {
      case RUNNING, NONE -> Optional.empty();
      case BLOCKED, QUIESCE ->
          Optional.of(new CheckResult(PathState.PENDING, "device state: " + state));
      case GONE -> Optional.of(new CheckResult(PathState.REMOVED, "the device is gone"));
      case OFFLINE, TRANSPORT_OFFLINE, OTHER ->
          Optional.of(CheckResult.down("device state: " + state.name().toLowerCase(Locale.ROOT)));
    };
  }

  private void apply(MapEntry map, PathEntry path, CheckResult result) {
    PathStates states = new PathStates(work);
    switch (result.state()) {
      case PENDING, WILD, UNCHECKED -> {
        path.message = result.message();
        states.keepFailed(map, path);
      }
      case REMOVED, DISCONNECTED -> {
        path.unmapped = true;
        states.change(map, path, PathState.DOWN, result.message());
        if (result.state() == PathState.DISCONNECTED) {
          new PathTuning(work).disconnected(map, path);
        }
      }
      case TIMEOUT -> {
        sayAgain(path, result);
        states.change(map, path, PathState.DOWN, result.message());
      }
      case DOWN, UP, SHAKY, GHOST, DELAYED -> {
        path.unmapped = false;
        sayAgain(path, result);
        states.change(map, path, result.state(), result.message());
      }
    }
  }

  /** With {@code log_checker_err always} each failed check is told of, not the first alone. */
  private void sayAgain(PathEntry path, CheckResult result) {
    boolean again = path.state == PathState.DOWN && !result.state().isUsable();
    if (again && work.configuration().daemon().checks().logEachFailure().value()) {
      work.emit(new Report(Level.DETAIL, path.name, "path is still down", result.message()));
    }
  }

  private void fault(PathEntry path, String fault) {
    if (path.checkFault.equals(fault)) {
      return;
    }
    path.checkFault = fault;
    work.report(Level.WARNING, path, "path state kept: " + path.state.displayName(), fault);
  }
}
