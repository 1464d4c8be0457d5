package org.polypath.config.syntax;

/**
 * A word of a line.
 *
 * @param text the word; of a quoted string the content, {@code ""} made one quote
 * @param quoted whether it stood in quotes
 */
public record Word(String text, boolean quoted) {
  boolean isPlain(String other) {
    return !quoted && text.equals(other);
  }

  /** Whether this is the brace that opens a section. */
  public boolean opensSection() {
    return isPlain("{");
  }

  /** Whether this is the brace that closes a section. */
  public boolean closesSection() {
    return isPlain("}");
  }
}
