package org.polypath.core;

import java.util.Optional;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.path.PathState;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.topology.PathSnapshot.KernelPathState;
import org.polypath.core.effect.Effect.IdentifyPath;
import org.polypath.core.effect.Effect.Report.Level;
import org.polypath.core.event.Event.PathIdentified;

/**
 * No I/O to a disk that is no longer the one a map is made of. A path that comes, or comes back,
 * and one whose device said in passing that something changed, is asked who it is before it is
 * used.
 *
 * <p>It is compared only where the WWID comes from the device's own page 0x83: what else an
 * administrator derives a WWID from, the device cannot answer.
 */
final class IdentityGuard {
  private final Workspace work;
  private final Admission admission;
  private final Checking checking;

  IdentityGuard(Workspace work, Admission admission, Checking checking) {
    this.work = work;
    this.admission = admission;
    this.checking = checking;
  }

  /**
   * Whether what a check said has to wait until the path has said who it is. What takes a path out
   * of use never waits: a device that is not there cannot say who it is.
   */
  static boolean doubts(Workspace work, PathEntry path, boolean checkedBefore, PathState found) {
    boolean failed = path.kernelState == KernelPathState.FAILED;
    // of a new one, what its device said while no daemon listened is lost
    boolean wasAway = checkedBefore || failed || work.options.builds();
    boolean comesBack = wasAway && found.isUsable() && !path.state.isUsable();
    boolean goesOn = !PathStates.isFailed(path.state) && !takesOut(found);
    return (comesBack || (path.doubtful && (goesOn || found.isUsable()))) && isComparable(path);
  }

  private static boolean takesOut(PathState found) {
    return switch (found) {
      case DOWN, SHAKY, TIMEOUT, REMOVED, DISCONNECTED, DELAYED -> true;
      case WILD, UNCHECKED, UP, GHOST, PENDING -> false;
    };
  }

  /** Whether the device can say by what its map knows it. */
  static boolean isComparable(PathEntry path) {
    return path.wwid.isPresent() && path.wwid.equals(path.facts.pageIdentifier());
  }

  /** Whether it has still to say who it is. */
  static boolean isInDoubt(PathEntry path) {
    return path.identityNumber != 0 || (path.doubtful && isComparable(path));
  }

  /** Asks a path who it is; its check result waits. */
  static void ask(Workspace work, PathEntry path, Optional<CheckResult> waiting) {
    path.identityNumber = work.nextNumber();
    path.waitingResult = waiting;
    int timeout = path.settings.map(settings -> settings.checkerTimeout().value()).orElse(1);
    work.emit(new IdentifyPath(path.facts, path.identityNumber, timeout));
  }

  /** Nobody's word lets I/O go to a path that has not said who it is. */
  static void askBeforeReinstating(Workspace work, PathEntry path, long command) {
    refuse(work, path, "it was asked for again");
    path.waitingCommand = Optional.of(command);
    if (path.identityNumber == 0) {
      ask(work, path, Optional.empty());
    }
  }

  /** A command that waits for the path is told why it is not reinstated. */
  static void refuse(Workspace work, PathEntry path, String because) {
    String text = "path " + path.name + " is not reinstated: " + because;
    path.waitingCommand.ifPresent(command -> work.answer(command, CommandResult.failed(text)));
    path.waitingCommand = Optional.empty();
  }

  /** Asks a quarantined path again, once in a while. */
  void reconsider(PathEntry path) {
    if (path.quarantine.isPresent() && path.identityNumber == 0) {
      ask(work, path, Optional.empty());
    }
  }

  /** A path said who it is, or could not. */
  void answered(PathIdentified answer) {
    PathEntry path = work.state.paths.get(answer.path());
    if (path == null || path.identityNumber != answer.number()) {
      return;
    }
    path.identityNumber = 0;
    // a check that was due meanwhile had to wait for this
    work.checkAt(path, Math.max(path.nextCheckAt, work.now()));
    work.stirMapOf(path);
    Optional<CheckResult> waiting = path.waitingResult;
    path.waitingResult = Optional.empty();
    if (path.quarantine.isPresent()) {
      inQuarantine(path, answer.identifier());
    } else if (path.counts()) {
      inUse(path, waiting, answer);
    }
  }

  private void inUse(PathEntry path, Optional<CheckResult> waiting, PathIdentified answer) {
    MapEntry map = work.state.maps.get(path.wwid.orElseThrow());
    if (answer.identifier().isEmpty() && isNewWithoutDoubt(path)) {
      waiting.ifPresent(result -> checking.take(map, path, result));
    } else if (answer.identifier().isEmpty()) {
      path.message = "it does not say who it is: " + answer.fault();
      work.checkAt(path, work.now() + Checking.RECHECK_MILLIS);
      work.report(Level.DETAIL, path, "path state kept", path.message);
      refuse(work, path, path.message);
    } else if (answer.identifier().equals(path.wwid)) {
      path.doubtful = false;
      if (!map.holds(path.facts.number())) {
        work.changed(map);
      }
      waiting.ifPresent(result -> checking.take(map, path, result));
      Optional<Long> command = path.waitingCommand;
      path.waitingCommand = Optional.empty();
      command.ifPresent(
          number -> {
            if (map.holds(path.facts.number())) {
              new PathRequests(work, admission).reinstate(number, map, path);
            } else {
              work.answer(number, CommandResult.failed(path.name + " is in no map"));
            }
          });
    } else {
      admission.quarantine(path, map, answer.identifier().get());
      work.checkAt(path, work.now() + work.pollingMillis());
    }
  }

  /** What a device has always kept to itself must not keep its disk from its users. */
  private static boolean isNewWithoutDoubt(PathEntry path) {
    boolean isNew = path.state == PathState.UNCHECKED && path.waitingCommand.isEmpty();
    return isNew && !path.doubtful && path.kernelState != KernelPathState.FAILED;
  }

  private void inQuarantine(PathEntry path, Optional<Wwid> identifier) {
    Quarantine quarantine = path.quarantine.orElseThrow();
    if (identifier.filter(quarantine.believed()::equals).isPresent()) {
      admission.endQuarantine(path);
    } else {
      work.checkAt(path, work.now() + work.pollingMillis());
    }
  }
}
