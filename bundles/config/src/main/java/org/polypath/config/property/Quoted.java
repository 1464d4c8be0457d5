package org.polypath.config.property;

/** Text in quotes. */
public final class Quoted {
  private Quoted() {}

  /** Puts a text in quotes; a quote inside becomes two. */
  public static String of(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
