package org.polypath.api.settings;

/**
 * How checks are made and told of.
 *
 * @param strictTiming whether rounds of checks begin exactly on the second ({@code strict_timing})
 * @param oneAtATime whether no more than one check runs at a time ({@code force_sync})
 * @param logEachFailure whether every failed check of a path is logged, or the first in a row alone
 *     ({@code log_checker_err})
 */
public record CheckSettings(
    Setting<Boolean> strictTiming, Setting<Boolean> oneAtATime, Setting<Boolean> logEachFailure) {
  /** What holds where nothing is configured. */
  public static final CheckSettings BUILT_IN =
      new CheckSettings(Setting.builtIn(false), Setting.builtIn(false), Setting.builtIn(true));
}
