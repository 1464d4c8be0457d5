package org.polypath.control.report;

import java.util.regex.Pattern;

/**
 * Whether a text is one JSON value (RFC 8259): simple values are taken away from the inside out.
 */
final class JsonCheck {
  private static final String STRING =
      "\"(?:[^\"\\\\\\x00-\\x1f]|\\\\[\"\\\\/bfnrt]|\\\\u[0-9a-fA-F]{4})*+\"";
  private static final Pattern VALUE =
      Pattern.compile(STRING + "|-?(?:0|[1-9]\\d*)(?:\\.\\d+)?|true|false|null");
  private static final Pattern COLLECTION =
      Pattern.compile("\\{(?:N:N(?:,N:N)*)?\\}|\\[(?:N(?:,N)*)?\\]");

  private JsonCheck() {}

  static boolean isValid(String text) {
    String rest = VALUE.matcher(text).replaceAll("N").replaceAll("\\s", "");
    String before;
    do {
      before = rest;
      rest = COLLECTION.matcher(rest).replaceAll("N");
    } while (!rest.equals(before));
    return rest.equals("N");
  }
}
