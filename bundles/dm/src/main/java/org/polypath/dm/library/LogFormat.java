package org.polypath.dm.library;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A {@code printf} format, as far as it says what arguments it takes. */
final class LogFormat {
  private static final Pattern DIRECTIVE =
      Pattern.compile("%[-+ #0']*(\\*|\\d+)?(?:\\.(\\*|-?\\d*))?(?:hh|h|ll|l|z|j|t|q)?(.)");

  private LogFormat() {}

  /**
   * Whether the format takes at most so many arguments, and all of them integers, characters or
   * pointers.
   */
  static boolean takesWords(String format, int words) {
    Matcher directive = DIRECTIVE.matcher(format);
    int needed = 0;
    int position = 0;
    while (directive.find(position)) {
      if (format.substring(position, directive.start()).indexOf('%') >= 0) {
        return false;
      }
      position = directive.end();
      switch (directive.group(3)) {
        case "%" -> {}
        case "d", "i", "u", "x", "X", "o", "c", "s", "p" ->
            needed += 1 + star(directive.group(1)) + star(directive.group(2));
        default -> {
          return false;
        }
      }
    }
    return needed <= words && format.indexOf('%', position) < 0;
  }

  private static int star(String width) {
    return "*".equals(width) ? 1 : 0;
  }
}
