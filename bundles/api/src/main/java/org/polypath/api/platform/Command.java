package org.polypath.api.platform;

import java.util.Optional;
import java.util.OptionalInt;
import org.osgi.annotation.versioning.ProviderType;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.ReservationKey;

/** A change that somebody asks the platform for. */
@ProviderType
public sealed interface Command {
  /** Calls the method of the visitor that fits. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each command, so that a forgotten one does not compile. */
  @ProviderType
  interface Visitor<R> {
    /** Fail a path. */
    R failPath(FailPath command);

    /** Take a path back. */
    R reinstatePath(ReinstatePath command);

    /** Look for paths. */
    R findPaths(FindPaths command);

    /** Let a path go. */
    R removePath(RemovePath command);

    /** Make a map, or take one back. */
    R addMap(AddMap command);

    /** Remove a map. */
    R removeMap(RemoveMap command);

    /** Remove unused maps. */
    R removeMaps(RemoveMaps command);

    /** Use another path group. */
    R switchGroup(SwitchGroup command);

    /** Hold I/O back. */
    R suspendMap(SuspendMap command);

    /** Let I/O go on. */
    R resumeMap(ResumeMap command);

    /** Give a map the size of its paths. */
    R resizeMap(ResizeMap command);

    /** Load a map's table again. */
    R reloadMap(ReloadMap command);

    /** Find a map's name again. */
    R renameMap(RenameMap command);

    /** Set counters to zero. */
    R resetStatistics(ResetStatistics command);

    /** Group a map's paths otherwise. */
    R regroup(Regroup command);

    /** Keep a WWID as one that was a map. */
    R rememberWwid(RememberWwid command);

    /** Keep it no longer. */
    R forgetWwid(ForgetWwid command);

    /** Keep the WWIDs of the maps there are, and no others. */
    R rememberMaps(RememberMaps command);

    /** Let no I/O wait for a path. */
    R disableQueueing(DisableQueueing command);

    /** Let I/O wait again as configured. */
    R restoreQueueing(RestoreQueueing command);

    /** Let I/O go on waiting when the daemon stops, or as configured then. */
    R forceQueueing(ForceQueueing command);

    /** Let no I/O wait that nobody would be left to end. */
    R endQueueing(EndQueueing command);

    /** Mark a path as one that comes and goes, or no longer. */
    R markPath(MarkPath command);

    /** Mark none of a map's paths so. */
    R unmarkPaths(UnmarkPaths command);

    /** Keep what somebody says of a map's persistent reservation. */
    R markReservation(MarkReservation command);

    /** Keep a map's reservation key. */
    R keepReservationKey(KeepReservationKey command);

    /** Read the configuration again. */
    R reconfigure(Reconfigure command);

    /** Stop the daemon. */
    R shutdown(Shutdown command);
  }

  /**
   * Fails a path in the kernel's map until a check finds it up again.
   *
   * @param path name, {@code /dev/NAME} or {@code major:minor}
   */
  record FailPath(String path) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.failPath(this);
    }
  }

  /**
   * Lets the kernel's map use a path again.
   *
   * @param path name, {@code /dev/NAME} or {@code major:minor}
   */
  record ReinstatePath(String path) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reinstatePath(this);
    }
  }

  /**
   * Looks at all the paths there are anew: ones that were let go come back, sizes and properties
   * are read again. Answered when what follows from that is done.
   */
  record FindPaths() implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.findPaths(this);
    }
  }

  /**
   * Lets a path go until it is found again. Answered when its map is without it.
   *
   * @param path name, {@code /dev/NAME} or {@code major:minor}
   */
  record RemovePath(String path) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.removePath(this);
    }
  }

  /**
   * Makes a map that was removed by command or by another program. Answered when it is there; no
   * failure if it is there already.
   *
   * @param map its WWID, or any designation that it has or had
   */
  record AddMap(String map) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.addMap(this);
    }
  }

  /**
   * Removes a map that nobody uses.
   *
   * @param map any designation of it
   * @param retries how often, a second apart, a map in use is tried again, 0 or more; empty for as
   *     often as configured ({@code remove_retries})
   */
  record RemoveMap(String map, OptionalInt retries) implements Command {
    /** Tried as often as configured. */
    public RemoveMap(String map) {
      this(map, OptionalInt.empty());
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.removeMap(this);
    }
  }

  /** Removes every map that nobody uses; one in use is tried again as often as configured. */
  record RemoveMaps() implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.removeMaps(this);
    }
  }

  /**
   * Lets the kernel send I/O to another path group.
   *
   * @param map any designation of the map
   * @param group the group, from 1
   */
  record SwitchGroup(String map, int group) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.switchGroup(this);
    }
  }

  /**
   * Suspends a map: I/O waits until {@link ResumeMap}.
   *
   * @param map any designation of it
   */
  record SuspendMap(String map) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.suspendMap(this);
    }
  }

  /**
   * Resumes a map; no failure if it is not suspended.
   *
   * @param map any designation of it
   */
  record ResumeMap(String map) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.resumeMap(this);
    }
  }

  /**
   * Gives a map the size that all its paths have, as far as is known: after {@link FindPaths} that
   * is the size they have now.
   *
   * @param map any designation of it
   */
  record ResizeMap(String map) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.resizeMap(this);
    }
  }

  /**
   * Loads a map's table again although nothing differs. Answered when that is done.
   *
   * @param map any designation of it
   */
  record ReloadMap(String map) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reloadMap(this);
    }
  }

  /**
   * Gives a map the name it should have by configuration and bindings. Answered when it has it.
   *
   * @param map any designation of it
   */
  record RenameMap(String map) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.renameMap(this);
    }
  }

  /**
   * Sets counters to zero.
   *
   * @param map any designation of a map; empty for all maps
   */
  record ResetStatistics(Optional<String> map) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.resetStatistics(this);
    }
  }

  /**
   * Groups a map's paths by a policy other than the configured one, until the configuration is read
   * again. Answered when its table is loaded, or when the policy cannot be asked.
   *
   * @param map any designation of it
   * @param policy the policy's name, for instance {@code multibus}
   */
  record Regroup(String map, String policy) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.regroup(this);
    }
  }

  /**
   * Keeps a WWID as one that was a map: where only such disks become maps, its paths become one.
   *
   * @param wwid the WWID
   */
  record RememberWwid(Wwid wwid) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rememberWwid(this);
    }
  }

  /**
   * Keeps a WWID no longer. A map that is there stays. Refused if it was not kept.
   *
   * @param wwid the WWID
   */
  record ForgetWwid(Wwid wwid) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.forgetWwid(this);
    }
  }

  /** Keeps the WWIDs of the maps there are, and no others. */
  record RememberMaps() implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.rememberMaps(this);
    }
  }

  /**
   * Makes I/O fail at once on maps without a usable path, whatever is configured, until {@link
   * RestoreQueueing}.
   *
   * @param map any designation of a map; empty for all the maps there are
   */
  record DisableQueueing(Optional<String> map) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.disableQueueing(this);
    }
  }

  /**
   * Lets I/O wait for a path again where that is configured.
   *
   * @param map any designation of a map; empty for all the maps there are
   */
  record RestoreQueueing(Optional<String> map) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.restoreQueueing(this);
    }
  }

  /**
   * Says whether I/O goes on waiting for a path when the daemon stops.
   *
   * @param forced true: on every map for which it is configured; false: as {@code
   *     queue_without_daemon} says
   */
  record ForceQueueing(boolean forced) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.forceQueueing(this);
    }
  }

  /**
   * Prepares the daemon's stop: makes waiting I/O fail on every map, unless {@link ForceQueueing}
   * or the configuration wants it to wait on. Answered when every map is so.
   */
  record EndQueueing() implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.endQueueing(this);
    }
  }

  /**
   * Marks a path as marginal: where {@code marginal_pathgroups} is on, it is put into a group that
   * is used last.
   *
   * @param path name, {@code /dev/NAME} or {@code major:minor}
   * @param marginal false: it is judged by what it does again
   */
  record MarkPath(String path, boolean marginal) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.markPath(this);
    }
  }

  /**
   * Lets every path of a map be judged by what it does again.
   *
   * @param map any designation of it
   */
  record UnmarkPaths(String map) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.unmarkPaths(this);
    }
  }

  /**
   * Keeps what somebody says of a map's persistent reservation, until the daemon stops.
   *
   * @param map any designation of it
   * @param mark what is said
   * @param holds whether it is so
   */
  record MarkReservation(String map, ReservationMark mark, boolean holds) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.markReservation(this);
    }
  }

  /** What can be said of a map's persistent reservation. */
  enum ReservationMark {
    /** Its paths are registered. */
    REGISTERED,
    /** It holds the reservation. */
    HELD
  }

  /**
   * Keeps a map's reservation key in the prkeys file. Refused where {@code reservation_key} does
   * not say that the keys are there.
   *
   * @param map any designation of it
   * @param key the key; empty: it is kept no longer
   */
  record KeepReservationKey(String map, Optional<ReservationKey> key) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.keepReservationKey(this);
    }
  }

  /**
   * Reads the configuration again and looks at all paths and maps anew. Answered when that is done.
   *
   * @param reloadAll whether every map's table is loaded again, needed or not
   */
  record Reconfigure(boolean reloadAll) implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reconfigure(this);
    }
  }

  /** Stops the daemon. Maps stay. */
  record Shutdown() implements Command {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.shutdown(this);
    }
  }
}
