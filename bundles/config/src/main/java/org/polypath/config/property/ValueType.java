package org.polypath.config.property;

import java.util.Set;

/**
 * How the values of a property are written.
 *
 * @param <T> the values
 */
public interface ValueType<T> {
  /**
   * Reads a value.
   *
   * @param keyword the property's keyword, for complaints
   * @param text the word, or the content of the quoted string
   */
  Reading<T> read(String keyword, String text);

  /**
   * The same where plug-ins add to the values.
   *
   * @param policies names of the grouping policies that plug-ins bring
   */
  default Reading<T> read(String keyword, String text, Set<String> policies) {
    return read(keyword, text);
  }

  /** Writes a value as it stands after the keyword, quotes included. */
  String write(T value);

  /** The values there are, in a few words for people. */
  String wanted();
}
