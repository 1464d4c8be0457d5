package org.polypath.testkit;

/** Text in XML and HTML. */
final class Markup {
  private Markup() {}

  /** With nothing left that means something there; characters that XML has not become blanks. */
  static String text(String plain) {
    return plain
        .replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", " ")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
