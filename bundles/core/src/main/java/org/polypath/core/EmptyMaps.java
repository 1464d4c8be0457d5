package org.polypath.core;

import java.util.Optional;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.settings.RemovalSettings;
import org.polypath.core.effect.Effect.Report.Level;

/**
 * What becomes of a map whose paths have all gone: {@code flush_on_last_del}. With {@code
 * deferred_remove} one that is in use goes with its last user; a path that comes before lets it
 * stay ({@code multipath.conf(5)}).
 */
final class EmptyMaps {
  private final Workspace work;

  EmptyMaps(Workspace work) {
    this.work = work;
  }

  /** Whether the kernel is about to remove a map that has no path, whoever asked for that. */
  boolean isGoing(MapEntry map) {
    boolean going =
        map.paths.isEmpty() && map.kernel.filter(KernelMap::removalDeferred).isPresent();
    map.goes |= going;
    return going;
  }

  /** The last path of a map in the kernel has gone. */
  void lastPathGone(MapEntry map) {
    KernelMap kernel = map.kernel.orElseThrow();
    RemovalSettings removal = map.settings.orElseThrow().removal();
    boolean deferred = removal.deferred().value();
    boolean unused = kernel.openCount() == 0;
    Operations operations = new Operations(work);
    switch (removal.lastPathGone().value()) {
      case KEEP -> {}
      case REMOVE_UNUSED -> {
        if (unused || deferred) {
          operations.give(map, new MapOperation.Remove(map.shownName(), deferred));
        }
      }
      case FAIL_AND_REMOVE -> {
        if (!map.pathDeleted && !unused) {
          return;
        }
        if (kernel.table().queuesWithoutPath()) {
          operations.message(map, MultipathTable.FAIL_IF_NO_PATH);
        }
        operations.give(map, new MapOperation.Remove(map.shownName(), deferred));
      }
    }
  }

  /** A removal was given that waits for the last user, if there is one: that is seen next. */
  void given(MapEntry map) {
    map.goes = true;
    map.goingUnseen = true;
  }

  /** The kernel shows a map. */
  void seen(MapEntry map, Optional<KernelMap> before, KernelMap kernel) {
    if (map.operationsPending > 0 || map.readOutdated) {
      return;
    }
    map.goingUnseen = false;
    map.goes &= kernel.removalDeferred();
    if (kernel.removalDeferred() && before.filter(KernelMap::removalDeferred).isEmpty()) {
      String because = map.goes ? "it has no path" : "somebody asked for its removal";
      work.report(Level.NOTICE, map, "map goes with its last user", because);
    }
  }

  /**
   * A map that got a path is to stay. One that somebody else had removed while it had its paths
   * goes all the same, unless another path comes.
   */
  void keep(MapEntry map, KernelMap kernel, MultipathTable wanted) {
    boolean another = !kernel.table().devices().containsAll(wanted.devices());
    if (kernel.removalDeferred() && (map.goes || another)) {
      map.goes = true;
      work.report(Level.NOTICE, map, "map stays", "a path came before its last user went");
      new Operations(work).message(map, MapOperation.Message.KEEP);
    }
  }

  /** It is gone; a path that came too late to keep it gets a new one. */
  void gone(MapEntry map) {
    map.goes = false;
    map.goingUnseen = false;
    work.report(Level.NOTICE, map, "map removed", "it had no path and nobody uses it");
    if (!map.paths.isEmpty()) {
      work.changed(map);
    }
  }
}
