package org.polypath.control.text;

/** Text as JSON writes it (RFC 8259, section 7). */
public final class JsonString {
  private static final int FIRST_PRINTABLE = 0x20;

  private JsonString() {}

  /** The text in quotes, with what must be escaped. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isEscaped(text.charAt(i))) {
        return escaped(text);
      }
    }
    return '"' + text + '"';
  }

  private static boolean isEscaped(char c) {
    return c == '"' || c == '\\' || c < FIRST_PRINTABLE;
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      append(out, text.charAt(i));
    }
    return out.append('"').toString();
  }

  private static void append(StringBuilder out, char c) {
    if (c < FIRST_PRINTABLE) {
      String hex = Integer.toHexString(c);
      out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    } else {
      out.append(isEscaped(c) ? "\\" : "").append(c);
    }
  }
}
