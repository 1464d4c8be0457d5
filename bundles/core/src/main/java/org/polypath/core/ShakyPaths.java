package org.polypath.core;

import java.util.Optional;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.path.PathState;
import org.polypath.api.settings.MarginalGroups;
import org.polypath.api.settings.ShakyPathSettings;
import org.polypath.core.effect.Effect.MeasurePath;
import org.polypath.core.effect.Effect.Report.Level;
import org.polypath.core.event.Event.PathMeasured;

/**
 * Paths that come and go: held back for a while, or put into groups of their own ({@code
 * multipath.conf(5)}, "shaky paths detection"). The last usable path of a map is never held back.
 */
final class ShakyPaths {
  private static final int PER_MILLE = 1000;

  private final Workspace work;

  ShakyPaths(Workspace work) {
    this.work = work;
  }

  /** A usable path failed. */
  void failed(MapEntry map, PathEntry path) {
    Shakiness shakiness = path.shakiness;
    settings(map).counting().ifPresent(counting -> count(shakiness, counting));
    settings(map).measuring().ifPresent(measuring -> suspect(shakiness, measuring));
    shakiness.failedAt = work.now();
    shakiness.measurement = 0;
  }

  private static void count(Shakiness shakiness, ShakyPathSettings.Counting counting) {
    shakiness.goodChecks = 0;
    shakiness.failures++;
    if (shakiness.failures > counting.threshold().value()) {
      shakiness.convicted = true;
    }
  }

  private void suspect(Shakiness shakiness, ShakyPathSettings.Measuring measuring) {
    long window = 1000L * measuring.doubleFailedTime().value();
    if (shakiness.failedAt > 0 && work.now() - shakiness.failedAt <= window) {
      shakiness.suspected = true;
    }
  }

  /** What a good check result means for a path that may be held back. */
  CheckResult judge(MapEntry map, PathEntry path, CheckResult result) {
    Shakiness shakiness = path.shakiness;
    new HeldPaths(work).restore(map, path, settings(map));
    if (path.state.isUsable()) {
      forget(shakiness, settings(map));
    }
    if (shakiness.convicted) {
      settings(map).counting().ifPresent(counting -> hold(map, path, counting));
    }
    if (shakiness.suspected && shakiness.heldUntil <= work.now()) {
      settings(map).measuring().ifPresent(measuring -> measure(map, path, measuring));
    }
    Optional<String> because = heldBecause(shakiness);
    if (because.isEmpty()) {
      new HeldPaths(work).release(path);
    }
    boolean grouped = becomesGroup();
    setMarginal(map, path, grouped && because.isPresent(), because.orElse("it proved steady"));
    if (because.isEmpty() || grouped) {
      return result;
    }
    if (!hasAnother(map, path)) {
      return result.withMessage("not held back, it is the last usable path: " + because.get());
    }
    return new CheckResult(PathState.DELAYED, because.get());
  }

  /** A measurement ended. */
  void measured(PathMeasured answer) {
    PathEntry path = work.state.paths.get(answer.path());
    if (path == null || path.shakiness.measurement != answer.number()) {
      return;
    }
    Shakiness shakiness = path.shakiness;
    shakiness.measurement = 0;
    if (!path.counts()) {
      return;
    }
    MapEntry map = work.state.maps.get(path.wwid.orElseThrow());
    settings(map)
        .measuring()
        .ifPresent(
            measuring -> {
              long rate =
                  answer.reads() == 0 ? PER_MILLE : PER_MILLE * answer.errors() / answer.reads();
              String found = answer.errors() + " of " + answer.reads() + " reads failed";
              boolean tooMany = rate > measuring.rateThreshold().value();
              work.report(Level.NOTICE, path, tooMany ? "path is shaky" : "path is steady", found);
              if (tooMany) {
                shakiness.heldUntil = work.now() + 1000L * measuring.recheckGap().value();
                shakiness.suspected = true;
                new HeldPaths(work).keep(map, path);
              }
            });
    work.checkAt(path, work.now());
  }

  /**
   * Somebody says that a path is marginal, or no longer. Without groups for such paths that is only
   * noted, as {@code multipathd(8)} says of {@code setmarginal}.
   */
  void setByHand(MapEntry map, PathEntry path, boolean marginal) {
    path.shakiness.byHand = marginal;
    if (!marginal) {
      path.shakiness.heldUntil = 0;
      path.shakiness.convicted = false;
      path.shakiness.suspected = false;
      path.shakiness.measurement = 0;
    }
    if (becomesGroup()) {
      setMarginal(map, path, marginal, "by command");
    }
    work.checkAt(path, work.now());
  }

  /** A map lost its last usable path: who was held back is needed now. */
  void release(MapEntry map) {
    for (PathEntry path : map.paths) {
      if (path.state == PathState.DELAYED) {
        work.checkAt(path, work.now());
      }
    }
  }

  private static void forget(Shakiness shakiness, ShakyPathSettings settings) {
    settings
        .counting()
        .filter(counting -> shakiness.failures > 0)
        .ifPresent(
            counting -> {
              shakiness.goodChecks++;
              if (shakiness.goodChecks >= counting.forgetRate().value()) {
                shakiness.goodChecks = 0;
                shakiness.failures--;
              }
            });
  }

  private void hold(MapEntry map, PathEntry path, ShakyPathSettings.Counting counting) {
    Shakiness shakiness = path.shakiness;
    shakiness.convicted = false;
    shakiness.heldUntil = work.now() + 1000L * counting.recoveryTime().value();
    work.report(
        Level.WARNING,
        path,
        "path held back for " + counting.recoveryTime().value() + " s in " + map.shownName(),
        "it failed " + shakiness.failures + " times: " + counting.threshold().origin().text());
    shakiness.failures = 0;
    new HeldPaths(work).keep(map, path);
  }

  private void measure(MapEntry map, PathEntry path, ShakyPathSettings.Measuring measuring) {
    Shakiness shakiness = path.shakiness;
    shakiness.suspected = false;
    shakiness.measurement = work.nextNumber();
    work.report(
        Level.NOTICE,
        path,
        "errors are measured for " + measuring.sampleTime().value() + " s in " + map.shownName(),
        "it failed again within " + measuring.doubleFailedTime().value() + " s");
    work.emit(new MeasurePath(path.facts, shakiness.measurement, measuring.sampleTime().value()));
    new HeldPaths(work).keep(map, path);
  }

  private Optional<String> heldBecause(Shakiness shakiness) {
    if (shakiness.byHand && becomesGroup()) {
      return Optional.of("it was set marginal by command");
    }
    if (shakiness.measurement != 0) {
      return Optional.of("its errors are being measured");
    }
    return shakiness.heldUntil > work.now()
        ? Optional.of("it failed too often; held for " + secondsLeft(shakiness) + " s more")
        : Optional.empty();
  }

  private long secondsLeft(Shakiness shakiness) {
    return (shakiness.heldUntil - work.now() + 999) / 1000;
  }

  private void setMarginal(MapEntry map, PathEntry path, boolean marginal, String because) {
    if (path.shakiness.marginal != marginal) {
      path.shakiness.marginal = marginal;
      work.report(Level.NOTICE, path, marginal ? "path is marginal" : "path is normal", because);
      work.unsettle(map);
    }
  }

  private boolean becomesGroup() {
    return work.configuration().daemon().marginalGroups().value() != MarginalGroups.OFF;
  }

  private static boolean hasAnother(MapEntry map, PathEntry path) {
    return map.paths.stream()
        .filter(other -> other != path)
        .anyMatch(other -> map.kernel.isPresent() ? map.canUse(other) : other.carriesIo());
  }

  private static ShakyPathSettings settings(MapEntry map) {
    return map.settings.map(settings -> settings.shakyPaths()).orElse(ShakyPathSettings.OFF);
  }
}
