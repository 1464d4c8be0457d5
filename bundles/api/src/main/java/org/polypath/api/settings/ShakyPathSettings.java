package org.polypath.api.settings;

import java.util.Optional;

/**
 * When a path that comes and goes is held back. At most one of the two ways is in force: measuring
 * beats counting, and {@code marginal_pathgroups fpin} beats both ({@code multipath.conf(5)},
 * section "shaky paths detection").
 *
 * @param counting failures are counted ({@code san_path_err_*}, or their old form {@code
 *     delay_watch_checks} and {@code delay_wait_checks}); empty if not all three are set
 * @param measuring the error rate is measured ({@code marginal_path_*}); empty if not all four are
 *     set
 */
public record ShakyPathSettings(Optional<Counting> counting, Optional<Measuring> measuring) {
  /** No path is held back. */
  public static final ShakyPathSettings OFF =
      new ShakyPathSettings(Optional.empty(), Optional.empty());

  /**
   * A path that has failed too often is held back for a while.
   *
   * @param threshold how many failures are borne, at least 1 ({@code san_path_err_threshold})
   * @param forgetRate after so many good checks one failure is forgotten, at least 1 ({@code
   *     san_path_err_forget_rate})
   * @param recoveryTime how long such a path is held back, in seconds, at least 1 ({@code
   *     san_path_err_recovery_time})
   */
  public record Counting(
      Setting<Integer> threshold, Setting<Integer> forgetRate, Setting<Integer> recoveryTime) {}

  /**
   * A path that has failed twice is read from for a while, and held back if too many reads fail.
   *
   * @param doubleFailedTime two failures within so many seconds start a measurement, at least 1
   *     ({@code marginal_path_double_failed_time})
   * @param sampleTime how long is measured, in seconds, at least 120 ({@code
   *     marginal_path_err_sample_time})
   * @param rateThreshold the greatest error rate that is borne, per mille, at least 1 ({@code
   *     marginal_path_err_rate_threshold})
   * @param recheckGap after how many seconds a path held back is measured again, at least 1 ({@code
   *     marginal_path_err_recheck_gap_time})
   */
  public record Measuring(
      Setting<Integer> doubleFailedTime,
      Setting<Integer> sampleTime,
      Setting<Integer> rateThreshold,
      Setting<Integer> recheckGap) {}
}
