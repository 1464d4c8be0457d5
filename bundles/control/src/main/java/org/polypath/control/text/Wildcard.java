package org.polypath.control.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A wildcard of format strings: {@code %}, a letter, and what it stands for.
 *
 * @param <T> what a row shows
 * @param letter the character after {@code %}
 * @param header the column's title
 * @param value the cell's text
 */
public record Wildcard<T>(char letter, String header, Function<T, String> value) {
  static <T> Optional<Wildcard<T>> find(List<Wildcard<T>> wildcards, char letter) {
    return wildcards.stream().filter(wildcard -> wildcard.letter == letter).findFirst();
  }
}
