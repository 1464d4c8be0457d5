package org.polypath.core.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.map.KernelDevices;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.settings.Configuration;
import org.polypath.api.settings.ReservationKey;

/**
 * Something that happened. Answers to effects carry the number of the effect they answer, so that
 * one that comes too late is known as such.
 */
public sealed interface Event {
  /** Calls the method of the visitor that fits. */
  <R> R accept(Visitor<R> visitor);

  /** One method for each event, so that a forgotten one does not compile. */
  interface Visitor<R> {
    /** A configuration is there. */
    R configurationLoaded(ConfigurationLoaded event);

    /** Paths could not be listed. */
    R scanRefused(ScanRefused event);

    /** Maps could not be listed. */
    R mapsRefused(MapsRefused event);

    /** Changes among the paths may have been missed. */
    R pathsUncertain(PathsUncertain event);

    /** What plug-ins bring to configuration and plans changed. */
    R pluginsChanged(PluginsChanged event);

    /** The configuration could not be read. */
    R loadRefused(LoadRefused event);

    /** All paths there are. */
    R pathsScanned(PathsScanned event);

    /** A path came or changed. */
    R pathFound(PathFound event);

    /** A path went. */
    R pathLost(PathLost event);

    /** All kernel maps there are. */
    R mapsRead(MapsRead event);

    /** One kernel map as it is now. */
    R mapRead(MapRead event);

    /** One kernel map could not be read. */
    R mapUnreadable(MapUnreadable event);

    /** A kernel map changed somehow. */
    R mapStirred(MapStirred event);

    /** A checker's answer. */
    R pathChecked(PathChecked event);

    /** A prioritizer's answer. */
    R pathRanked(PathRanked event);

    /** A path said who it is. */
    R pathIdentified(PathIdentified event);

    /** A path's errors were measured. */
    R pathMeasured(PathMeasured event);

    /** A name for a map. */
    R mapNamed(MapNamed event);

    /** A plan for a map. */
    R mapPlanned(MapPlanned event);

    /** An operation on a map ended. */
    R mapOperated(MapOperated event);

    /** Somebody asks for something. */
    R commandGiven(CommandGiven event);

    /** A deadline was reached. */
    R timePassed(TimePassed event);
  }

  /**
   * A configuration was read.
   *
   * @param configuration the configuration
   * @param remembered WWIDs that were maps before (the wwids file)
   * @param reservationKeys the keys for persistent reservations (the prkeys file)
   * @param held the shaky paths that were held back last
   */
  record ConfigurationLoaded(
      Configuration configuration,
      Set<Wwid> remembered,
      Map<Wwid, ReservationKey> reservationKeys,
      List<HeldPath> held)
      implements Event {
    /** Copies set, map and list. */
    public ConfigurationLoaded {
      held = List.copyOf(held);
      remembered = Set.copyOf(remembered);
      reservationKeys = Map.copyOf(reservationKeys);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.configurationLoaded(this);
    }
  }

  /**
   * The configuration could not be read: what was known before stands.
   *
   * @param why one line
   */
  record LoadRefused(String why) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.loadRefused(this);
    }
  }

  /**
   * Discovery listed the paths.
   *
   * @param paths all of them, in order
   */
  record PathsScanned(List<PathFacts> paths) implements Event {
    /** Copies the list. */
    public PathsScanned {
      paths = List.copyOf(paths);
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pathsScanned(this);
    }
  }

  /**
   * Discovery could not list the paths: those known before stand.
   *
   * @param why one line
   */
  record ScanRefused(String why) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.scanRefused(this);
    }
  }

  /**
   * The maps could not be listed: what was known of them stands, and it is tried again.
   *
   * @param why one line
   */
  record MapsRefused(String why) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mapsRefused(this);
    }
  }

  /** Discovery may have missed changes: the paths have to be listed anew. */
  record PathsUncertain() implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pathsUncertain(this);
    }
  }

  /**
   * Plug-ins with hardware entries, grouping policies or selectors came, went or were replaced, or
   * a checker or prioritizer came that nobody was before: the configuration has to be read, every
   * map planned, and every path that got no answer checked anew.
   */
  record PluginsChanged() implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pluginsChanged(this);
    }
  }

  /**
   * A path is there, new or with other facts.
   *
   * @param facts what is known
   */
  record PathFound(PathFacts facts) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pathFound(this);
    }
  }

  /**
   * A path is gone.
   *
   * @param name its kernel name
   */
  record PathLost(String name) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pathLost(this);
    }
  }

  /**
   * The kernel's maps were listed.
   *
   * @param devices all of them
   */
  record MapsRead(KernelDevices devices) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mapsRead(this);
    }
  }

  /**
   * One of the kernel's maps was read.
   *
   * @param name the name it was asked for by
   * @param map what is there; empty if it is gone
   */
  record MapRead(String name, Optional<KernelMap> map) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mapRead(this);
    }
  }

  /**
   * One of the kernel's maps could not be read; nothing is known of why it should be gone.
   *
   * @param name the name it was asked for by
   */
  record MapUnreadable(String name) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mapUnreadable(this);
    }
  }

  /**
   * The kernel says that something happened to a map.
   *
   * @param name its name
   */
  record MapStirred(String name) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mapStirred(this);
    }
  }

  /**
   * A check ended.
   *
   * @param path the path's name
   * @param number of the effect
   * @param deviceState the device's state in the kernel just before
   * @param result what the checker says; empty if it was not asked because of that state, or failed
   * @param attention whether the device said in passing that it or its logical units changed
   * @param fault what the plug-in did wrong; empty if nothing
   */
  record PathChecked(
      String path,
      long number,
      DeviceState deviceState,
      Optional<CheckResult> result,
      boolean attention,
      String fault)
      implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pathChecked(this);
    }
  }

  /**
   * A ranking ended.
   *
   * @param path the path's name
   * @param number of the effect
   * @param priority what the prioritizer says; empty if it failed
   * @param fault what the plug-in did wrong; empty if nothing
   */
  record PathRanked(String path, long number, Optional<Priority> priority, String fault)
      implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pathRanked(this);
    }
  }

  /**
   * A path's device identification was read.
   *
   * @param path the path's name
   * @param number of the effect
   * @param identifier what the device says; empty if it could not be read
   * @param fault why it could not; empty if it could
   */
  record PathIdentified(String path, long number, Optional<Wwid> identifier, String fault)
      implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pathIdentified(this);
    }
  }

  /**
   * A measurement ended.
   *
   * @param path the path's name
   * @param number of the effect
   * @param reads how many reads were made
   * @param errors how many of them failed
   */
  record PathMeasured(String path, long number, long reads, long errors) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pathMeasured(this);
    }
  }

  /**
   * A name for a map was found.
   *
   * @param wwid the map
   * @param number of the effect
   * @param name the name
   * @param because the rule
   */
  record MapNamed(Wwid wwid, long number, String name, String because) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mapNamed(this);
    }
  }

  /**
   * Policy and selector answered.
   *
   * @param wwid the map
   * @param number of the effect
   * @param plan what they say; empty if one of them failed
   * @param fault what went wrong, or beside a plan why it is not what is configured; empty if
   *     nothing
   */
  record MapPlanned(Wwid wwid, long number, Optional<Plan> plan, String fault) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mapPlanned(this);
    }
  }

  /**
   * An operation ended.
   *
   * @param wwid the map
   * @param number of the effect
   * @param operation what was to be done
   * @param outcome what came of it
   */
  record MapOperated(Wwid wwid, long number, MapOperation operation, MapOutcome outcome)
      implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.mapOperated(this);
    }
  }

  /**
   * A command came.
   *
   * @param number for the answer, above 0
   * @param command what is asked for
   */
  record CommandGiven(long number, Command command) implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.commandGiven(this);
    }
  }

  /** The core's next deadline was reached. */
  record TimePassed() implements Event {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.timePassed(this);
    }
  }
}
