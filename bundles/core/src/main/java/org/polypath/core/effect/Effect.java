package org.polypath.core.effect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.discovery.PathChange;
import org.polypath.api.map.MapOperation;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.policy.RankedPath;
import org.polypath.api.settings.ReservationKey;
import org.polypath.core.event.HeldPath;

/**
 * Something to be done. Every effect with a number is answered by exactly one event with that
 * number, also when it fails; none of them holds the core up.
 */
public sealed interface Effect {
  /** Calls the method of the visitor that fits. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each effect, so that a forgotten one does not compile. */
  interface Visitor<R> {
    /** Check a path. */
    R checkPath(CheckPath effect);

    /** Rank a path. */
    R rankPath(RankPath effect);

    /** Ask a path who it is. */
    R identifyPath(IdentifyPath effect);

    /** Measure a path's errors. */
    R measurePath(MeasurePath effect);

    /** Change a path in the kernel. */
    R changePath(ChangePath effect);

    /** Find a name for a map. */
    R nameMap(NameMap effect);

    /** Ask policy and selector. */
    R planMap(PlanMap effect);

    /** Change a map. */
    R operateMap(OperateMap effect);

    /** Read a map. */
    R readMap(ReadMap effect);

    /** Read all maps. */
    R readMaps(ReadMaps effect);

    /** List all paths. */
    R scanPaths(ScanPaths effect);

    /** Read the configuration. */
    R loadConfiguration(LoadConfiguration effect);

    /** Keep a WWID. */
    R rememberWwid(RememberWwid effect);

    /** Keep a WWID no longer. */
    R forgetWwid(ForgetWwid effect);

    /** Keep a reservation key. */
    R keepReservationKey(KeepReservationKey effect);

    /** Keep whether a map could be made. */
    R noteCreation(NoteCreation effect);

    /** Keep that a path is held back. */
    R holdPath(HoldPath effect);

    /** Keep it no longer. */
    R releasePath(ReleasePath effect);

    /** Answer a command. */
    R answer(Answer effect);

    /** Say something. */
    R report(Report effect);

    /** Stop. */
    R stop(Stop effect);
  }

  /**
   * Look at the device's state, then ask a checker. Answered by {@code PathChecked}, in any case
   * within the timeout and a little more.
   *
   * @param path the path
   * @param number for the answer
   * @param checker the checker's name
   * @param timeoutSeconds the timeout of each command
   * @param pathMemory what the checker wanted to be remembered for this path
   * @param mapMemory what it wanted to be remembered for all paths of the map
   */
  record CheckPath(
      PathFacts path,
      long number,
      String checker,
      int timeoutSeconds,
      String pathMemory,
      String mapMemory)
      implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.checkPath(this);
    }
  }

  /**
   * Ask a prioritizer. Answered by {@code PathRanked}.
   *
   * @param path the path
   * @param wwid the logical unit it leads to
   * @param number for the answer
   * @param prioritizer the prioritizer's name
   * @param arguments its arguments
   * @param timeoutSeconds the timeout of each command
   */
  record RankPath(
      PathFacts path,
      Wwid wwid,
      long number,
      String prioritizer,
      String arguments,
      int timeoutSeconds)
      implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rankPath(this);
    }
  }

  /**
   * Read a path's device identification (VPD page 0x83) from the device. Answered by {@code
   * PathIdentified}.
   *
   * @param path the path
   * @param number for the answer
   * @param timeoutSeconds the timeout of the command
   */
  record IdentifyPath(PathFacts path, long number, int timeoutSeconds) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.identifyPath(this);
    }
  }

  /**
   * Read from a path again and again and count what fails. Answered by {@code PathMeasured}.
   *
   * @param path the path
   * @param number for the answer
   * @param seconds for how long
   */
  record MeasurePath(PathFacts path, long number, int seconds) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.measurePath(this);
    }
  }

  /**
   * Change something about a path in the kernel; those of one path in the order given. Not
   * answered: what is not done is logged.
   *
   * @param path the path
   * @param change what to do
   */
  record ChangePath(PathFacts path, PathChange change) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.changePath(this);
    }
  }

  /**
   * Find a generated name. Answered by {@code MapNamed}.
   *
   * @param wwid the map
   * @param number for the answer
   * @param prefix how the name begins
   * @param kernelName the name the map has in the kernel; empty if it is not there
   * @param takenNames names of other dm devices
   * @param record whether a new name may be written down
   */
  record NameMap(
      Wwid wwid,
      long number,
      String prefix,
      Optional<String> kernelName,
      Set<String> takenNames,
      boolean record)
      implements Effect {
    /** Copies the set. */
    public NameMap {
      takenNames = Set.copyOf(takenNames);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.nameMap(this);
    }
  }

  /**
   * Ask policy and selector. Answered by {@code MapPlanned}.
   *
   * @param wwid the map
   * @param number for the answer
   * @param policy the policy's name
   * @param selector the selector's name
   * @param selectorArguments the selector's configured arguments
   * @param repeatCount I/Os before the selector chooses again
   * @param weighted whether that number is multiplied by each path's priority
   * @param paths the map's paths in stored order
   * @param marginal names of those that get groups of their own, behind the others
   */
  record PlanMap(
      Wwid wwid,
      long number,
      String policy,
      String selector,
      List<String> selectorArguments,
      int repeatCount,
      boolean weighted,
      List<RankedPath> paths,
      Set<String> marginal)
      implements Effect {
    /** Copies the collections. */
    public PlanMap {
      marginal = Set.copyOf(marginal);
      selectorArguments = List.copyOf(selectorArguments);
      paths = List.copyOf(paths);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.planMap(this);
    }
  }

  /**
   * Carry out an operation; those of one map in the order given. Answered by {@code MapOperated}.
   *
   * @param wwid the map
   * @param number for the answer
   * @param operation what to do
   */
  record OperateMap(Wwid wwid, long number, MapOperation operation) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.operateMap(this);
    }
  }

  /**
   * Read a map. Answered by {@code MapRead} or {@code MapUnreadable}.
   *
   * @param name its name
   */
  record ReadMap(String name) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.readMap(this);
    }
  }

  /** List the kernel's maps. Answered by {@code MapsRead} or {@code LoadRefused}. */
  record ReadMaps() implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.readMaps(this);
    }
  }

  /** List the paths. Answered by {@code PathsScanned} or {@code ScanRefused}. */
  record ScanPaths() implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.scanPaths(this);
    }
  }

  /**
   * Read the configuration. Answered by {@code ConfigurationLoaded} or {@code LoadRefused}.
   *
   * @param asked whether somebody wants its files as they are now, also if the main one has gone
   */
  record LoadConfiguration(boolean asked) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.loadConfiguration(this);
    }
  }

  /**
   * Keep a key for persistent reservations, or keep it no longer.
   *
   * @param wwid whose key it is
   * @param key the key; empty for none
   */
  record KeepReservationKey(Wwid wwid, Optional<ReservationKey> key) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.keepReservationKey(this);
    }
  }

  /**
   * Keep a WWID as one that was a map.
   *
   * @param wwid the WWID
   */
  record RememberWwid(Wwid wwid) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rememberWwid(this);
    }
  }

  /**
   * Keep a WWID no longer.
   *
   * @param wwid the WWID
   */
  record ForgetWwid(Wwid wwid) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.forgetWwid(this);
    }
  }

  /**
   * Keep whether a map could be made: where it could not, udev gives its paths to others.
   *
   * @param wwid the map
   * @param succeeded whether it was made
   */
  record NoteCreation(Wwid wwid, boolean succeeded) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.noteCreation(this);
    }
  }

  /**
   * Keep for the next daemon that a shaky path is held back.
   *
   * @param held what is kept, in place of what was kept of this path before
   */
  record HoldPath(HeldPath held) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.holdPath(this);
    }
  }

  /**
   * Keep no longer that a path is held back.
   *
   * @param path its name
   */
  record ReleasePath(String path) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.releasePath(this);
    }
  }

  /**
   * Answer a command.
   *
   * @param number the command's
   * @param result the answer
   */
  record Answer(long number, CommandResult result) implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.answer(this);
    }
  }

  /**
   * Tell the world what was decided and why.
   *
   * @param level who must act
   * @param subject a path's or map's name
   * @param decision what was decided
   * @param because why
   */
  record Report(Level level, String subject, String decision, String because) implements Effect {
    /** Who must act. */
    public enum Level {
      /** Somebody, now: I/O is at risk. */
      ERROR,
      /** Somebody, soon. */
      WARNING,
      /** Nobody; worth knowing. */
      NOTICE,
      /** Nobody; for those who look into it. */
      DETAIL
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.report(this);
    }
  }

  /** Stop the daemon. */
  record Stop() implements Effect {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.stop(this);
    }
  }
}
