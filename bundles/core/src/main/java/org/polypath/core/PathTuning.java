package org.polypath.core;

import java.util.Optional;
import org.polypath.api.discovery.PathChange;
import org.polypath.api.map.KernelMap;
import org.polypath.api.settings.EventSettings;
import org.polypath.api.settings.Limit;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.settings.TransportSettings;
import org.polypath.core.effect.Effect.ChangePath;
import org.polypath.core.effect.Effect.Report.Level;

/** What is changed about paths in the kernel, and when: timeouts, request sizes, udev events. */
final class PathTuning {
  /** What udev's rules say of a path that multipath has. */
  private static final String CLAIMED = "DM_MULTIPATH_DEVICE_PATH";

  private final Workspace work;

  PathTuning(Workspace work) {
    this.work = work;
  }

  /** Gives the paths of a map what is configured for them, once, and again when that changes. */
  void tune(MapEntry map) {
    MapSettings settings = map.settings.orElseThrow();
    Limit least = leastDeviceLoss(settings.noPathRetry().value());
    for (PathEntry path : map.paths) {
      TransportSettings transport = path.settings.orElseThrow().transport();
      PathChange.Timeouts timeouts = new PathChange.Timeouts(transport, least);
      if (path.timeouts.filter(timeouts::equals).isEmpty()) {
        limitTransfers(map, path, settings.creation().maxSectors().value());
        path.timeouts = Optional.of(timeouts);
        change(path, timeouts);
      }
    }
  }

  /**
   * Only when a path comes to its map: requests have the size that the map allows, and a path that
   * allows less by then fails them.
   */
  private void limitTransfers(MapEntry map, PathEntry path, Limit limit) {
    boolean comes = path.timeouts.isEmpty() && !map.holds(path.facts.number());
    if (comes && limit.mode() == Limit.Mode.AMOUNT && limit.amount() > 0) {
      change(path, new PathChange.TransferLimit(limit.amount()));
    }
  }

  /**
   * How long the remote port has to stay because I/O waits for it: the time of the retries, a
   * sixtieth more, and five seconds.
   */
  private Limit leastDeviceLoss(NoPathRetry retry) {
    return switch (retry.mode()) {
      case QUEUE -> Limit.UNLIMITED;
      case RETRY -> {
        long waited =
            (long) retry.checks() * work.configuration().daemon().pollingInterval().value();
        yield Limit.of((int) Math.min(Integer.MAX_VALUE, waited + waited / 60 + 5));
      }
      case FAIL, UNDEFINED -> Limit.UNSET;
    };
  }

  /** A map was made of paths that udev's rules may have left to others. */
  void claim(MapEntry map) {
    for (PathEntry path : map.paths) {
      if (!"1".equals(path.facts.properties().get(CLAIMED))) {
        change(path, new PathChange.Retrigger(PathChange.Retrigger.Event.CHANGE));
      }
    }
  }

  /** A path has no WWID: udev may not have finished with it. */
  void awaitWwid(PathEntry path) {
    EventSettings events = work.configuration().daemon().events();
    if (path.retriggers < events.retriggerTries().value() && path.retriggerAt == 0) {
      path.retriggerAt = work.now() + 1000L * events.retriggerDelay().value();
      work.state.agenda.path(path.retriggerAt, path.name);
    }
  }

  /** The time to have udev look at a path again may have come. */
  void retriggerIfDue(PathEntry path) {
    if (path.retriggerAt == 0 || path.retriggerAt > work.now()) {
      return;
    }
    path.retriggerAt = 0;
    if (path.isWithoutWwid) {
      path.retriggers++;
      work.report(Level.DETAIL, path, "udev is asked again", "no WWID; try " + path.retriggers);
      change(path, new PathChange.Retrigger(PathChange.Retrigger.Event.ADD));
      awaitWwid(path);
    }
  }

  /** What is known of a path is no longer true: it is found out anew. */
  void lookAnew(PathEntry path) {
    change(path, new PathChange.Rescan());
    change(path, new PathChange.Retrigger(PathChange.Retrigger.Event.ADD));
  }

  /** The kernel does not know a path's size. */
  void askSize(PathEntry path) {
    change(path, new PathChange.Rescan());
  }

  /** The array says that the logical unit is no longer there. */
  void disconnected(MapEntry map, PathEntry path) {
    boolean purges =
        map.settings.filter(settings -> settings.purgeDisconnected().value()).isPresent();
    if (purges && !path.purged) {
      path.purged = true;
      String disk = map.kernel.map(KernelMap::name).orElse(map.wwid.text());
      work.report(Level.NOTICE, path, "device deleted", "the array has unmapped " + disk);
      change(path, new PathChange.Delete());
    }
  }

  private void change(PathEntry path, PathChange change) {
    if (work.options.builds()) {
      work.emit(new ChangePath(path.facts, change));
    }
  }
}
