package org.polypath.config.property;

import static org.polypath.config.property.Section.DEFAULTS;
import static org.polypath.config.property.Section.DEVICE;
import static org.polypath.config.property.Section.MULTIPATH;
import static org.polypath.config.property.Section.OVERRIDES;

import org.polypath.api.settings.Limit;

/** Properties that say when a path that comes and goes is held back. */
public final class ShakyPathProperties {
  /** Legacy form. */
  public static final Property<Limit> DELAY_WATCH_CHECKS =
      property(
          "delay_watch_checks",
          "Old form: a path that fails within so many checks after coming back is held back.");

  /** Legacy form. */
  public static final Property<Limit> DELAY_WAIT_CHECKS =
      property("delay_wait_checks", "Old form: for so many checks such a path is held back.");

  /** Failures. */
  public static final Property<Limit> SAN_PATH_ERR_THRESHOLD =
      property("san_path_err_threshold", "A path that fails more often than this is held back.");

  /** Forgetting them. */
  public static final Property<Limit> SAN_PATH_ERR_FORGET_RATE =
      property("san_path_err_forget_rate", "After so many good checks a failure is forgotten.");

  /** How long. */
  public static final Property<Limit> SAN_PATH_ERR_RECOVERY_TIME =
      property("san_path_err_recovery_time", "How long such a path is held back, in seconds.");

  /** Measuring time. */
  public static final Property<Limit> MARGINAL_PATH_ERR_SAMPLE_TIME =
      property(
          "marginal_path_err_sample_time",
          "How long the error rate of a suspicious path is measured, in seconds, at least 120.");

  /** Error rate. */
  public static final Property<Limit> MARGINAL_PATH_ERR_RATE_THRESHOLD =
      property(
          "marginal_path_err_rate_threshold",
          "A path with a higher error rate is marginal; per mille.");

  /** Time until measured again. */
  public static final Property<Limit> MARGINAL_PATH_ERR_RECHECK_GAP_TIME =
      property(
          "marginal_path_err_recheck_gap_time",
          "After how long a marginal path is measured again, in seconds.");

  /** What makes a path suspicious. */
  public static final Property<Limit> MARGINAL_PATH_DOUBLE_FAILED_TIME =
      property(
          "marginal_path_double_failed_time",
          "A path that fails twice within this time is suspicious; in seconds.");

  private ShakyPathProperties() {}

  private static Property<Limit> property(String keyword, String documentation) {
    return Property.of(keyword, LimitType.NO_OR_NUMBER, documentation)
        .in(DEFAULTS, DEVICE, OVERRIDES, MULTIPATH)
        .builtIn(Limit.OFF);
  }
}
