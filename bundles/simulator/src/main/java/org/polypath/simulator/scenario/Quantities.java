package org.polypath.simulator.scenario;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sizes and times as people write them. */
final class Quantities {
  private static final Pattern SIZE = Pattern.compile("([0-9]{1,9})([KMGT]?)");
  private static final Pattern TIME = Pattern.compile("([0-9]{1,9})(ms|s|m)?");

  private Quantities() {}

  /** Reads for instance {@code 10G}; units are powers of 1024. */
  static long bytes(String text) {
    Matcher matcher = SIZE.matcher(text.toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no size; a number with K, M, G or T is wanted");
    }
    long bytes = Long.parseLong(matcher.group(1)) << (10 * " KMGT".indexOf(unit(matcher.group(2))));
    if (bytes < 4096 || bytes % 512 != 0 || bytes > 1L << 60) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no size of a LUN; a multiple of 512, at least 4K, is wanted");
    }
    return bytes;
  }

  private static char unit(String text) {
    return text.isEmpty() ? ' ' : text.charAt(0);
  }

  /** Reads for instance {@code 10s}, {@code 200ms}, {@code 2m}. */
  static Duration time(String text, String defaultUnit) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no time; a number with ms, s or m is wanted");
    }
    long number = Long.parseLong(matcher.group(1));
    String unit = matcher.group(2) == null ? defaultUnit : matcher.group(2);
    return switch (unit) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofSeconds(number);
    };
  }
}
