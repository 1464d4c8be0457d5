package org.polypath.config.resolve;

import java.util.Optional;
import org.polypath.api.settings.Origin;
import org.polypath.api.settings.Setting;
import org.polypath.config.property.DaemonProperties;

/**
 * The times between checks, made to fit each other.
 *
 * @param shortest the shortest, in seconds
 * @param longest the longest, in seconds; a multiple of the shortest
 */
record PollingIntervals(Setting<Integer> shortest, Setting<Integer> longest) {
  private static final int FACTOR = 4;

  static PollingIntervals of(Chain chain) {
    Optional<Setting<Integer>> most = chain.configured(DaemonProperties.MAX_POLLING_INTERVAL);
    Optional<Setting<Integer>> least = chain.configured(DaemonProperties.POLLING_INTERVAL);
    Setting<Integer> shortest =
        least.orElseGet(
            () ->
                most.map(setting -> derived(setting, Math.max(1, setting.value() / FACTOR)))
                    .orElse(chain.setting(DaemonProperties.POLLING_INTERVAL)));
    Setting<Integer> longest =
        most.orElseGet(
            () -> {
              long product = (long) shortest.value() * FACTOR;
              return derived(shortest, (int) Math.min(product, Integer.MAX_VALUE));
            });
    return fit(shortest, longest);
  }

  private static PollingIntervals fit(Setting<Integer> shortest, Setting<Integer> longest) {
    int most = longest.value();
    int least = nearestDivisor(most, Math.min(shortest.value(), most));
    return least == shortest.value()
        ? new PollingIntervals(shortest, longest)
        : new PollingIntervals(
            new Setting<>(
                least,
                new Origin(
                    shortest.origin().kind(),
                    (shortest.origin().place() + " made to divide max_polling_interval").strip())),
            longest);
  }

  /** The divisor of a number that is the fewest times greater or smaller than what is wanted. */
  private static int nearestDivisor(int number, int wanted) {
    int nearest = 1;
    for (int small = 1; (long) small * small <= number; small++) {
      if (number % small == 0) {
        nearest = nearer(nearest, small, wanted);
        nearest = nearer(nearest, number / small, wanted);
      }
    }
    return nearest;
  }

  private static int nearer(int known, int candidate, int wanted) {
    return ratio(candidate, wanted) < ratio(known, wanted) ? candidate : known;
  }

  private static double ratio(int a, int b) {
    return (double) Math.max(a, b) / Math.min(a, b);
  }

  private static Setting<Integer> derived(Setting<Integer> from, int value) {
    return new Setting<>(value, from.origin());
  }
}
