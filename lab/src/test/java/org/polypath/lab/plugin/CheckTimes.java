package org.polypath.lab.plugin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a path was checked, as its checker remembers it from check to check and tells it.
 *
 * @param phase the phase of a scenario: what is counted begins anew with it
 * @param checks how often
 * @param last when it was last, in milliseconds of some clock
 * @param longest the longest time between two checks, in milliseconds
 */
public record CheckTimes(String phase, long checks, long last, long longest) {
  private static final Pattern TEXT =
      Pattern.compile("(\\w+): (\\d+) checks, the last at (\\d+), longest gap (\\d+) ms");

  /** Reads {@link #text}; never checked if it says nothing. */
  public static CheckTimes parse(String text, String phase) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      return new CheckTimes(phase, 0, 0, 0);
    }
    long last = Long.parseLong(matcher.group(3));
    return matcher.group(1).equals(phase)
        ? new CheckTimes(
            phase, Long.parseLong(matcher.group(2)), last, Long.parseLong(matcher.group(4)))
        : new CheckTimes(phase, 0, last, 0);
  }

  /** With another check. */
  CheckTimes and(long now) {
    return new CheckTimes(phase, checks + 1, now, last == 0 ? 0 : Math.max(longest, now - last));
  }

  /** As text. */
  String text() {
    return "%s: %d checks, the last at %d, longest gap %d ms"
        .formatted(phase, checks, last, longest);
  }
}
