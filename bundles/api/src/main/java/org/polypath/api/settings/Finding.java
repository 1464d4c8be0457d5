package org.polypath.api.settings;

/**
 * Something wrong in a configuration file.
 *
 * @param severity how bad
 * @param file the file
 * @param line the line, from 1; 0 if the file as a whole is meant
 * @param text what is wrong
 * @param instead what happens instead, for instance {@code using the default "tur"}
 */
public record Finding(Severity severity, String file, int line, String text, String instead) {
  /** How bad a finding is. */
  public enum Severity {
    /** Worth knowing; the configuration means what it says. */
    NOTE,
    /** A line is ignored or its value replaced. */
    WARNING,
    /** The file cannot be used. */
    ERROR
  }

  /** One line for people: {@code FILE:LINE: text; instead}. */
  public String message() {
    String place = line > 0 ? file + ":" + line : file;
    return instead.isEmpty() ? place + ": " + text : place + ": " + text + "; " + instead;
  }
}
