package org.polypath.core;

import java.util.Optional;
import org.polypath.api.map.MapOperation;
import org.polypath.api.path.PathState;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.topology.PathSnapshot.KernelPathState;
import org.polypath.core.effect.Effect.Report.Level;

/** What is asked of one path by command. Each request is answered once, now or when it is done. */
final class PathRequests {
  private static final String BY_COMMAND = "by command";

  private final Workspace work;
  private final State state;
  private final Admission admission;

  PathRequests(Workspace work, Admission admission) {
    this.work = work;
    this.state = work.state;
    this.admission = admission;
  }

  /** Has the kernel use it no more, until a check finds it up. */
  void fail(long number, Command.FailPath command) {
    withPath(
        number,
        command.path(),
        (map, path) -> {
          send(number, map, PathStates.FAIL + " " + path.facts.number());
          path.kernelState = KernelPathState.FAILED;
          work.report(Level.NOTICE, path, "path failed", BY_COMMAND);
          new PathStates(work).change(map, path, PathState.DOWN, "failed by command");
        });
  }

  /** Has the kernel use it again, once it is known to lead to its disk where that can be asked. */
  void reinstate(long number, Command.ReinstatePath command) {
    withPath(
        number,
        command.path(),
        (map, path) -> {
          if (IdentityGuard.isComparable(path)) {
            IdentityGuard.askBeforeReinstating(work, path, number);
          } else {
            reinstate(number, map, path);
          }
        });
  }

  /** Lets the kernel use a path that is known to lead to its disk, as far as that can be known. */
  void reinstate(long number, MapEntry map, PathEntry path) {
    send(number, map, PathStates.REINSTATE + " " + path.facts.number());
    path.kernelState = KernelPathState.ACTIVE;
    path.patientUntil = work.now() + Checking.RECHECK_MILLIS;
    work.checkAt(path, work.now());
    work.report(Level.NOTICE, path, "path reinstated", BY_COMMAND);
  }

  /** Lets it go; answered when its map is without it. */
  void letGo(long number, Command.RemovePath command) {
    path(command.path())
        .ifPresentOrElse(
            path -> {
              work.report(Level.NOTICE, path, "path let go", BY_COMMAND);
              admission.lost(path.name);
              state.letGo.add(path.name);
              state.waitingCommands.add(number);
            },
            () -> work.answer(number, CommandResult.failed("path not found: " + command.path())));
  }

  /** Marks it as marginal, or no longer; answered when its map is grouped so. */
  void mark(long number, Command.MarkPath command) {
    withPath(
        number,
        command.path(),
        (map, path) -> {
          new ShakyPaths(work).setByHand(map, path, command.marginal());
          state.waitingCommands.add(number);
        });
  }

  /** What is done with a path and its map. */
  private interface PathAction {
    void on(MapEntry map, PathEntry path);
  }

  private void withPath(long number, String designation, PathAction action) {
    Optional<PathEntry> path = path(designation);
    Optional<MapEntry> map = path.flatMap(p -> p.wwid).map(state.maps::get);
    if (path.isEmpty()) {
      work.answer(number, CommandResult.failed("path not found: " + designation));
    } else if (map.isEmpty() || !map.get().holds(path.get().facts.number())) {
      work.answer(number, CommandResult.failed("path is in no map: " + designation));
    } else {
      action.on(map.get(), path.get());
    }
  }

  private Optional<PathEntry> path(String designation) {
    return state.paths.values().stream().filter(Designation.of(designation)::isOf).findFirst();
  }

  private void send(long number, MapEntry map, String message) {
    MapOperation operation = new MapOperation.Message(map.shownName(), message);
    new Operations(work).giveFor(number, map, operation);
  }
}
