package org.polypath.control.text;

/** Text as JSON writes it (RFC 8259, section 7). */
public final class JsonString {
  private static final int FIRST_PRINTABLE = 0x20;

  private JsonString() {}

  /** The text in quotes, with what must be escaped. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(out, c));
    return out.append('"').toString();
  }

  private static void append(StringBuilder out, int c) {
    if (c == '"' || c == '\\') {
      out.append('\\').appendCodePoint(c);
    } else if (c < FIRST_PRINTABLE) {
      String hex = Integer.toHexString(c);
      out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
    } else {
      out.appendCodePoint(c);
    }
  }
}
