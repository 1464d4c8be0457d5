package org.polypath.vendor.datacore;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The arguments {@code [timeout=MILLISECONDS] preferredsds=NAME}.
 *
 * @param name the storage domain server whose paths are better, 2 or more characters
 * @param timeout the time for the command; empty if the arguments do not say
 */
record PreferredServer(String name, Optional<Duration> timeout) {
  private static final Pattern ARGUMENTS =
      Pattern.compile("\\s*(?:timeout=([0-9]{1,9})\\s+)?preferredsds=(\\S{2,})\\s*");

  /** Reads the arguments; empty if they are anything else, or the time is none. */
  static Optional<PreferredServer> parse(String arguments) {
    Matcher matcher = ARGUMENTS.matcher(arguments);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<Duration> timeout =
        Optional.ofNullable(matcher.group(1)).map(Long::parseLong).map(Duration::ofMillis);
    return timeout.filter(Duration::isZero).isPresent()
        ? Optional.empty()
        : Optional.of(new PreferredServer(matcher.group(2), timeout));
  }
}
