package org.polypath.core;

import java.util.Optional;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathState;
import org.polypath.api.path.TargetPortGroupSupport;
import org.polypath.api.topology.PathSnapshot.KernelPathState;
import org.polypath.core.effect.Effect.Report.Level;

/** A path's state changes, and the kernel is kept in step with it. */
final class PathStates {
  /** The message that has the kernel use a path no more. */
  static final String FAIL = "fail_path";

  /** The message that has the kernel use a path again. */
  static final String REINSTATE = "reinstate_path";

  private final Workspace work;

  PathStates(Workspace work) {
    this.work = work;
  }

  /** Sets a path's state, and does what follows in the kernel and for its map. */
  void change(MapEntry map, PathEntry path, PathState state, String message) {
    PathState before = path.state;
    path.state = state;
    path.message = message;
    if (before != state) {
      report(path, before, message);
    }
    if (before.isUsable() && !state.isUsable()) {
      map.failbackAt = 0;
      if (state != PathState.DELAYED) {
        path.failures++;
        map.statistics = map.statistics.withPathFault();
        new ShakyPaths(work).failed(map, path);
      }
    }
    boolean lost = before != state && !state.isUsable() && state != PathState.DELAYED;
    if (lost && !map.carriesIo()) {
      new ShakyPaths(work).release(map);
    }
    reconcile(map, path);
    if (before != state) {
      boolean newlyUp = !before.isUsable() && state.isUsable();
      if (newlyUp && !map.holds(path.facts.number())) {
        work.changed(map);
      }
      new Queueing(work).consider(map);
      FailbackRule failback = new FailbackRule(work);
      if (newlyUp) {
        failback.cameBack(map, path);
      }
      failback.consider(map);
    }
  }

  /** Makes the kernel's state of a path follow ours. */
  void reconcile(MapEntry map, PathEntry path) {
    if (path.kernelState == KernelPathState.FAILED
        && path.state.isUsable()
        && !isUselessGhost(map, path)) {
      message(
          map,
          path,
          KernelPathState.ACTIVE,
          REINSTATE,
          "the checker finds it " + path.state.displayName());
    } else {
      keepFailed(map, path);
    }
  }

  /** Keeps the kernel from a path that is not to be used, whoever let it use that. */
  void keepFailed(MapEntry map, PathEntry path) {
    if (path.kernelState == KernelPathState.ACTIVE && isFailed(path.state)) {
      message(map, path, KernelPathState.FAILED, FAIL, path.message);
    }
  }

  /** Whether the kernel is kept from a path in this state. */
  static boolean isFailed(PathState state) {
    return switch (state) {
      case DOWN, SHAKY, DELAYED -> true;
      case WILD, UNCHECKED, UP, GHOST, PENDING, TIMEOUT, REMOVED, DISCONNECTED -> false;
    };
  }

  /**
   * A ghost of an array that only changes states by itself: with no path up it would only cause I/O
   * errors.
   */
  static boolean isUselessGhost(MapEntry map, PathEntry path) {
    return path.state == PathState.GHOST
        && path.facts.targetPortGroupSupport() == TargetPortGroupSupport.IMPLICIT
        && map.paths.stream().noneMatch(other -> other.state == PathState.UP);
  }

  /** Only what may be changed is as it will be; else the kernel's state is the one it shows. */
  private void message(
      MapEntry map, PathEntry path, KernelPathState then, String verb, String because) {
    if (!work.options.builds() || !new Scope(work.options).covers(map)) {
      return;
    }
    work.report(Level.DETAIL, path, verb, because);
    new Operations(work).message(map, verb + " " + path.facts.number());
    path.kernelState = then;
  }

  /** Which path a message has the kernel use again; empty if it is another message. */
  static Optional<DeviceNumber> reinstated(String message) {
    return message.startsWith(REINSTATE + " ")
        ? DeviceNumber.parse(message.substring(REINSTATE.length() + 1))
        : Optional.empty();
  }

  private void report(PathEntry path, PathState before, String message) {
    boolean first = before == PathState.UNCHECKED || before == PathState.WILD;
    Level level = first && path.state.isUsable() ? Level.DETAIL : Level.NOTICE;
    String checker = path.settings.map(settings -> settings.checker().value()).orElse("none");
    String said = message.isEmpty() ? checker + " checker" : checker + " checker: " + message;
    work.report(
        level,
        path,
        "path state " + before.displayName() + " -> " + path.state.displayName(),
        said);
  }
}
