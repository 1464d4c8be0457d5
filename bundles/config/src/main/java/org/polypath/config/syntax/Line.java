package org.polypath.config.syntax;

import java.util.List;

/**
 * A line that has words.
 *
 * @param place where it stands
 * @param text the line as it stands in the file
 * @param words its words, at least one
 * @param unterminated whether a quoted string has no closing quote; it then ends with the line
 */
public record Line(Place place, String text, List<Word> words, boolean unterminated) {
  /** Copies the words. */
  public Line {
    words = List.copyOf(words);
  }

  /** The first word. */
  public Word keyword() {
    return words.get(0);
  }
}
