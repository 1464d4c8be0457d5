package org.polypath.config.resolve;

import static org.polypath.config.property.ShakyPathProperties.DELAY_WAIT_CHECKS;
import static org.polypath.config.property.ShakyPathProperties.DELAY_WATCH_CHECKS;
import static org.polypath.config.property.ShakyPathProperties.MARGINAL_PATH_DOUBLE_FAILED_TIME;
import static org.polypath.config.property.ShakyPathProperties.MARGINAL_PATH_ERR_RATE_THRESHOLD;
import static org.polypath.config.property.ShakyPathProperties.MARGINAL_PATH_ERR_RECHECK_GAP_TIME;
import static org.polypath.config.property.ShakyPathProperties.MARGINAL_PATH_ERR_SAMPLE_TIME;
import static org.polypath.config.property.ShakyPathProperties.SAN_PATH_ERR_FORGET_RATE;
import static org.polypath.config.property.ShakyPathProperties.SAN_PATH_ERR_RECOVERY_TIME;
import static org.polypath.config.property.ShakyPathProperties.SAN_PATH_ERR_THRESHOLD;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.polypath.api.settings.DaemonSettings;
import org.polypath.api.settings.Limit;
import org.polypath.api.settings.MarginalGroups;
import org.polypath.api.settings.Origin;
import org.polypath.api.settings.Setting;
import org.polypath.api.settings.ShakyPathSettings;
import org.polypath.api.settings.ShakyPathSettings.Counting;
import org.polypath.api.settings.ShakyPathSettings.Measuring;
import org.polypath.config.property.Property;

/**
 * Which of the ways to find shaky paths is in force: each wants all its values, and the stronger
 * switches the weaker off ({@code multipath.conf(5)}, "Shaky paths detection").
 */
final class ShakyPaths {
  /** Shorter measurements do not start ({@code multipath.conf(5)}). */
  private static final int LEAST_SAMPLE_TIME = 120;

  private final Chain chain;

  private ShakyPaths(Chain chain) {
    this.chain = chain;
  }

  static ShakyPathSettings of(Chain chain, DaemonSettings daemon) {
    if (daemon.marginalGroups().value() == MarginalGroups.FPIN) {
      return ShakyPathSettings.OFF;
    }
    ShakyPaths paths = new ShakyPaths(chain);
    Optional<Measuring> measuring = paths.measuring();
    return measuring.isPresent()
        ? new ShakyPathSettings(Optional.empty(), measuring)
        : new ShakyPathSettings(paths.counting(daemon), measuring);
  }

  private Optional<Measuring> measuring() {
    Optional<Setting<Integer>> twice = number(MARGINAL_PATH_DOUBLE_FAILED_TIME);
    Optional<Setting<Integer>> sample =
        number(MARGINAL_PATH_ERR_SAMPLE_TIME).filter(time -> time.value() >= LEAST_SAMPLE_TIME);
    Optional<Setting<Integer>> rate = number(MARGINAL_PATH_ERR_RATE_THRESHOLD);
    Optional<Setting<Integer>> gap = number(MARGINAL_PATH_ERR_RECHECK_GAP_TIME);
    return Stream.of(twice, sample, rate, gap).allMatch(Optional::isPresent)
        ? Optional.of(new Measuring(twice.get(), sample.get(), rate.get(), gap.get()))
        : Optional.empty();
  }

  private Optional<Counting> counting(DaemonSettings daemon) {
    Optional<Setting<Integer>> threshold = number(SAN_PATH_ERR_THRESHOLD);
    Optional<Setting<Integer>> forget = number(SAN_PATH_ERR_FORGET_RATE);
    Optional<Setting<Integer>> recovery = number(SAN_PATH_ERR_RECOVERY_TIME);
    if (Stream.of(threshold, forget, recovery).noneMatch(Optional::isPresent)) {
      forget = number(DELAY_WATCH_CHECKS);
      threshold = forget.map(watch -> derived(watch, DELAY_WATCH_CHECKS, count -> 1));
      long round = daemon.maxPollingInterval().value();
      recovery =
          number(DELAY_WAIT_CHECKS)
              .map(
                  wait ->
                      derived(
                          wait,
                          DELAY_WAIT_CHECKS,
                          count -> (int) Math.min(Integer.MAX_VALUE, count * round)));
    }
    return Stream.of(threshold, forget, recovery).allMatch(Optional::isPresent)
        ? Optional.of(new Counting(threshold.get(), forget.get(), recovery.get()))
        : Optional.empty();
  }

  private static Setting<Integer> derived(
      Setting<Integer> from, Property<Limit> property, UnaryOperator<Integer> change) {
    Origin origin =
        new Origin(
            from.origin().kind(), (property.keyword() + " " + from.origin().place()).strip());
    return new Setting<>(change.apply(from.value()), origin);
  }

  /** What a keyword says, unless that is {@code no}. */
  private Optional<Setting<Integer>> number(Property<Limit> property) {
    return chain
        .configured(property)
        .filter(found -> found.value().mode() == Limit.Mode.AMOUNT)
        .map(found -> new Setting<>(found.value().amount(), found.origin()));
  }
}
