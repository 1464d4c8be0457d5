package org.polypath.core;

import java.util.Locale;
import java.util.Optional;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathState;
import org.polypath.api.settings.PathSettings;
import org.polypath.core.effect.Effect.CheckPath;
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

  /**
   * A ranking under way uses the same way to the device: a check beside it would only find it busy.
   */
  private boolean isDue(PathEntry path) {
    boolean idle = path.checkNumber == 0 && path.rankNumber == 0;
    return path.counts() && idle && path.nextCheckAt <= work.now();
  }

  /** A check was answered. */
  void answered(PathChecked answer) {
    PathEntry path = work.state.paths.get(answer.path());
    if (path == null || path.checkNumber != answer.number() || !path.counts()) {
      return;
    }
    path.checkNumber = 0;
    MapEntry map = work.state.maps.get(path.wwid.orElseThrow());
    PathState before = path.state;
    path.checkedOnce = true;
    if (path.facts.deviceState() != answer.deviceState()) {
      path.facts = path.facts.change().deviceState(answer.deviceState()).build();
    }
    CheckSchedule schedule = new CheckSchedule(work);
    if (!answer.fault().isEmpty()) {
      schedule.after(map, path, false);
      fault(path, answer.fault());
      return;
    }
    path.reportedFault = "";
    answer.result().ifPresent(result -> remember(map, path, result));
    apply(map, path, fromDevice(answer.deviceState()).or(answer::result));
    if (isPending(answer)) {
      work.checkAt(path, work.now() + RECHECK_MILLIS);
    } else {
      schedule.after(map, path, path.state.isUsable() && path.state == before);
    }
    if (path.state.isUsable() || answersThoughDown(answer)) {
      ranking.ask(path);
    } else {
      path.rankedOnce = true;
    }
  }

  private static boolean isPending(PathChecked answer) {
    return fromDevice(answer.deviceState())
        .or(answer::result)
        .filter(result -> result.state() == PathState.PENDING)
        .isPresent();
  }

  /**
   * A path that is down but answers may still tell its place: a controller on stand-by, for
   * instance.
   */
  private static boolean answersThoughDown(PathChecked answer) {
    return answer.result().filter(result -> result.state() == PathState.DOWN).isPresent();
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

  private void apply(MapEntry map, PathEntry path, Optional<CheckResult> answer) {
    if (answer.isEmpty()) {
      return;
    }
    CheckResult result = answer.get();
    PathStates states = new PathStates(work);
    switch (result.state()) {
      case PENDING -> {}
      case WILD, UNCHECKED -> path.message = result.message();
      case TIMEOUT, REMOVED, DISCONNECTED ->
          states.change(map, path, PathState.DOWN, result.message());
      case DOWN, UP, SHAKY, GHOST, DELAYED ->
          states.change(map, path, result.state(), result.message());
    }
  }

  private void fault(PathEntry path, String fault) {
    if (path.reportedFault.equals(fault)) {
      return;
    }
    path.reportedFault = fault;
    work.report(Level.WARNING, path, "path state kept: " + path.state.displayName(), fault);
  }
}
