package org.polypath.core;

import java.util.OptionalInt;
import org.polypath.api.prioritizer.Priority;
import org.polypath.api.settings.PathSettings;
import org.polypath.core.effect.Effect.RankPath;
import org.polypath.core.effect.Effect.Report.Level;
import org.polypath.core.event.Event.PathRanked;

/**
 * Priorities are read with each check that finds a path usable; when one changes, those of the
 * map's other paths too.
 */
final class Ranking {
  /** In seconds: a path that is down is not waited for as one that serves. */
  private static final int TIMEOUT_WHEN_DOWN = 1;

  private final Workspace work;

  Ranking(Workspace work) {
    this.work = work;
  }

  /** Asks for a path's priority after a check, unless that is under way. */
  void ask(PathEntry path) {
    ask(path, false);
  }

  private void ask(PathEntry path, boolean followsAnother) {
    if (path.rankNumber != 0 || path.checkNumber != 0 || path.settings.isEmpty()) {
      return;
    }
    path.rankFollowsAnother = followsAnother;
    PathSettings settings = path.settings.get();
    path.rankNumber = work.nextNumber();
    path.rankSentAt = work.now();
    work.state.agenda.path(work.now() + Planning.PATIENCE_MILLIS, path.name);
    work.emit(
        new RankPath(
            path.facts,
            path.wwid.orElseThrow(),
            path.rankNumber,
            settings.prioritizer().value(),
            settings.prioritizerArguments().value(),
            path.state.isUsable() ? settings.checkerTimeout().value() : TIMEOUT_WHEN_DOWN));
  }

  /** A priority came. */
  void answered(PathRanked answer) {
    PathEntry path = work.state.paths.get(answer.path());
    if (path == null || path.rankNumber != answer.number() || !path.counts()) {
      return;
    }
    path.rankNumber = 0;
    work.stirMapOf(path);
    work.checkAt(path, path.nextCheckAt);
    boolean first = !path.rankedOnce;
    path.rankedOnce = true;
    MapEntry map = work.state.maps.get(path.wwid.orElseThrow());
    if (answer.priority().isPresent()) {
      take(map, path, answer.priority().get(), first);
    } else if (!path.rankFault.equals(answer.fault())) {
      work.report(Level.WARNING, path, "priority kept: " + text(path.priority), answer.fault());
    }
    path.rankFault = answer.fault();
    new FailbackRule(work).consider(map);
  }

  private void take(MapEntry map, PathEntry path, Priority priority, boolean first) {
    if (priority.value().isEmpty() && path.priority.isPresent()) {
      return;
    }
    if (path.priority.equals(priority.value())) {
      return;
    }
    OptionalInt before = path.priority;
    path.priority = priority.value();
    String prioritizer = path.settings.orElseThrow().prioritizer().value();
    work.report(
        first ? Level.DETAIL : Level.NOTICE,
        path,
        "priority " + text(before) + " -> " + text(path.priority),
        prioritizer + " prioritizer: " + priority.message());
    work.unsettle(map);
    if (!first && !path.rankFollowsAnother) {
      map.paths.stream().filter(other -> other.state.isUsable()).forEach(other -> ask(other, true));
    }
  }

  private static String text(OptionalInt priority) {
    return priority.isPresent() ? Integer.toString(priority.getAsInt()) : "undef";
  }
}
