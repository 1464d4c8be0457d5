package org.polypath.config.syntax;

/**
 * A line of a source.
 *
 * @param file the file, or the name of what else the text came from
 * @param line from 1; 0 for the source as a whole
 */
public record Place(String file, int line) {
  /** {@code FILE:LINE}, or the file alone. */
  public String text() {
    return line > 0 ? file + ":" + line : file;
  }
}
