package org.polypath.client.mpathconf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line: blanks, a keyword, a value, and what is behind it.
 *
 * @param before blanks, the keyword and blanks, as written
 * @param keyword the keyword; empty if the line has none
 * @param value the value without quotes; empty if the line has none
 * @param after what follows the value, as written
 */
record ConfigurationLine(String before, String keyword, String value, String after) {
  private static final Pattern LINE =
      Pattern.compile(
          "(?<before>\\s*(?<keyword>[^\\s#!{}\"]+)\\s*)"
              + "(?<value>\"(?:[^\"]|\"\")*\"|[^\\s#!{}\"]*)(?<after>.*)");

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.:/-]+");

  static ConfigurationLine of(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      return new ConfigurationLine("", "", "", line);
    }
    return new ConfigurationLine(
        matcher.group("before"),
        matcher.group("keyword"),
        unquoted(matcher.group("value")),
        matcher.group("after"));
  }

  /** Whether it begins a section. */
  boolean opens() {
    return !keyword.isEmpty() && value.isEmpty() && after.stripLeading().startsWith("{");
  }

  /** Whether it ends one. */
  boolean closes() {
    return keyword.isEmpty() && after.stripLeading().startsWith("}");
  }

  /** The line with another value. */
  String withValue(String newValue) {
    String blank = before.equals(before.stripTrailing()) ? " " : "";
    return before + blank + quoted(newValue) + after;
  }

  /** A value as it stands in a file. */
  static String quoted(String value) {
    return WORD.matcher(value).matches() ? value : '"' + value.replace("\"", "\"\"") + '"';
  }

  private static String unquoted(String written) {
    return written.startsWith("\"")
        ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
        : written;
  }
}
