package org.polypath.core;

import java.util.Optional;
import org.polypath.api.settings.ShakyPathSettings;
import org.polypath.core.effect.Effect.HoldPath;
import org.polypath.core.effect.Effect.ReleasePath;
import org.polypath.core.effect.Effect.Report.Level;
import org.polypath.core.event.HeldPath;

/** Which shaky paths are held back outlives the daemon: the next one uses none before its time. */
final class HeldPaths {
  private final Workspace work;

  HeldPaths(Workspace work) {
    this.work = work;
  }

  /** Has it kept that a path is held back, or to be measured before it is used. */
  void keep(MapEntry map, PathEntry path) {
    Shakiness shakiness = path.shakiness;
    long left = Math.max(0, shakiness.heldUntil - work.now());
    boolean suspected = shakiness.suspected || shakiness.measurement != 0;
    long until = work.moment().wallMillis() + left;
    shakiness.kept = true;
    work.emit(new HoldPath(new HeldPath(path.name, map.wwid, until, suspected)));
  }

  /** It is held back no longer. */
  void release(PathEntry path) {
    if (path.shakiness.kept) {
      path.shakiness.kept = false;
      work.emit(new ReleasePath(path.name));
    }
  }

  /** A path is usable for the first time: the daemon before may have held it back. */
  void restore(MapEntry map, PathEntry path, ShakyPathSettings settings) {
    HeldPath held = work.state.heldBefore.remove(path.name);
    if (held == null || !held.wwid().equals(map.wwid)) {
      return;
    }
    long left = Math.min(held.until() - work.moment().wallMillis(), longest(settings));
    path.shakiness.kept = true;
    path.shakiness.suspected = held.suspected();
    if (left > 0) {
      path.shakiness.heldUntil = work.now() + left;
      work.report(Level.NOTICE, path, "path held back as before", left / 1000 + " s are left");
    }
  }

  /** The wall clock may have been set meanwhile: no path is held back longer than configured. */
  private static long longest(ShakyPathSettings settings) {
    Optional<Integer> counting = settings.counting().map(counted -> counted.recoveryTime().value());
    Optional<Integer> measuring =
        settings.measuring().map(measured -> measured.recheckGap().value());
    return 1000L * Math.max(counting.orElse(0), measuring.orElse(0));
  }
}
