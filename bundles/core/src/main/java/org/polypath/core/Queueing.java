package org.polypath.core;

import java.util.Optional;
import java.util.Set;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.StatusPath;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathState;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.settings.Setting;
import org.polypath.api.topology.Outage;
import org.polypath.core.effect.Effect.Report.Level;

/** What happens to I/O when no path is usable: the {@code no_path_retry} setting. */
final class Queueing {
  private final Workspace work;

  Queueing(Workspace work) {
    this.work = work;
  }

  /** Looks at a map whose paths' states or time changed. */
  void consider(MapEntry map) {
    if (map.kernel.isEmpty() || map.settings.isEmpty()) {
      return;
    }
    Setting<NoPathRetry> setting = map.settings.get().noPathRetry();
    if (map.carriesIo()) {
      recovered(map);
    } else if (map.paths.stream().noneMatch(Queueing::isUndecided)) {
      lost(map, setting);
    }
  }

  /**
   * Whether I/O of a map in the kernel is to wait for a path, for ever or for some time that is not
   * over.
   */
  static boolean isConfigured(MapEntry map) {
    return map.kernel.isPresent()
        && map.settings.isPresent()
        && switch (map.settings.get().noPathRetry().value().mode()) {
          case QUEUE -> true;
          case RETRY -> !map.retriesOver;
          case FAIL, UNDEFINED -> false;
        };
  }

  /** Not looked at yet. One that nobody can look at does not hold the others' verdict up. */
  private static boolean isUndecided(PathEntry path) {
    return !path.checkedOnce && (path.state == PathState.UNCHECKED || path.state == PathState.WILD);
  }

  private void lost(MapEntry map, Setting<NoPathRetry> setting) {
    NoPathRetry retry = setting.value();
    boolean armed = map.queueUntil > 0 || map.retriesOver;
    if (!map.recovering || (retry.mode() == NoPathRetry.Mode.RETRY && !armed)) {
      map.recovering = true;
      map.recoveringSince = work.now();
      long wait = waitSeconds(retry);
      boolean retries = retry.mode() == NoPathRetry.Mode.RETRY;
      boolean limited = retries && !map.retriesOver;
      map.queueUntil = limited ? work.now() + 1000L * wait : 0;
      if (limited) {
        map.statistics = map.statistics.withQueueingTimeout();
        work.lookAt(map, map.queueUntil);
      }
      String consequence =
          switch (retry.mode()) {
            case FAIL -> "I/O fails";
            case UNDEFINED -> "the kernel's setting stands";
            case QUEUE -> "I/O waits for a path";
            case RETRY -> limited ? "I/O waits " + wait + " s for a path, then fails" : "I/O fails";
          };
      work.report(Level.ERROR, map, "no usable path: " + consequence, setting.origin().text());
    }
    tellOutage(map);
    keepDeadline(map, retry);
    if (map.queueUntil > 0 && work.now() >= map.queueUntil && !map.retriesOver) {
      map.retriesOver = true;
      map.queueUntil = 0;
      map.statistics = map.statistics.withMapFailure();
      work.report(Level.ERROR, map, "waiting I/O fails", "no path came back in time");
      new Operations(work).setQueueing(map, false);
    }
  }

  private long waitSeconds(NoPathRetry retry) {
    return (long) retry.checks() * work.configuration().daemon().pollingInterval().value() + 1;
  }

  /** What is configured now decides, also if that was changed while I/O waits. */
  private void keepDeadline(MapEntry map, NoPathRetry retry) {
    if (retry.mode() != NoPathRetry.Mode.RETRY) {
      map.queueUntil = 0;
      map.retriesOver = false;
    } else if (map.queueUntil > 0) {
      long until = map.recoveringSince + 1000L * waitSeconds(retry);
      if (map.queueUntil != until) {
        map.queueUntil = until;
        work.lookAt(map, until);
      }
    }
  }

  /** What kind of loss it is, once, and again if that changes. */
  private void tellOutage(MapEntry map) {
    Optional<Outage> outage = TopologyBuilder.outage(map);
    if (!outage.equals(map.outage)) {
      map.outage = outage;
      outage.ifPresent(
          kind ->
              work.report(
                  Level.ERROR,
                  map,
                  kind.displayName(),
                  switch (kind) {
                    case TEMPORARY -> "paths are down, they may come back";
                    case PERMANENT -> "no path knows this logical unit any more";
                  }));
    }
  }

  private void recovered(MapEntry map) {
    map.outage = Optional.empty();
    if (map.recovering) {
      map.recovering = false;
      map.queueUntil = 0;
      long seconds = (work.now() - map.recoveringSince) / 1000;
      map.statistics = map.statistics.withQueueingSeconds(seconds);
      work.report(Level.NOTICE, map, "a path is usable again", "after " + seconds + " s without");
    }
    if (map.retriesOver) {
      map.retriesOver = false;
      if (isConfigured(map) && !map.isQueueingDisabled(work.state)) {
        new Operations(work).setQueueing(map, true);
      }
    }
  }

  /**
   * A map is found in the kernel. One whose I/O fails and whose paths have all failed is what a
   * daemon leaves when no path came back in time: its I/O does not begin to wait again.
   */
  static void found(MapEntry map, KernelMap kernel) {
    Set<DeviceNumber> devices = kernel.table().devices();
    map.retriesOver =
        !devices.isEmpty()
            && !kernel.table().queuesWithoutPath()
            && devices.stream()
                .flatMap(device -> kernel.status().path(device).stream())
                .allMatch(StatusPath::failed);
  }
}
