package org.polypath.config.property;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A number, or a word that stands for a special one.
 *
 * @param words the words and the numbers they stand for; of several for one number the first is
 *     written
 * @param least the least number that is not a word
 * @param most the greatest number that is not a word
 * @param quoted whether words are written in quotes
 * @param wanted the values there are, for people
 */
record NumberOrWord(Map<String, Integer> words, int least, int most, boolean quoted, String wanted)
    implements ValueType<Integer> {
  /** What {@code off} is read as. */
  static final int OFF = -1;

  /** What {@code infinity} and {@code max} are read as. */
  static final int UNLIMITED = Integer.MAX_VALUE;

  /** {@code no} or 0 as 0, else 1 and more. */
  static final NumberOrWord NO_OR_NUMBER =
      new NumberOrWord(
          words("no", 0, "0", 0), 1, Integer.MAX_VALUE, true, "no, or a number, 1 or more");

  /** {@code off} as {@link #OFF}, 0, or more. */
  static final NumberOrWord OFF_OR_NUMBER =
      new NumberOrWord(
          words("off", OFF, "0", 0), 1, Integer.MAX_VALUE - 1, false, "off, 0, or a number");

  static Map<String, Integer> words(String first, int number, String second, int other) {
    Map<String, Integer> words = new LinkedHashMap<>();
    words.put(first, number);
    words.put(second, other);
    return words;
  }

  @Override
  public Reading<Integer> read(String keyword, String text) {
    Integer special = words.get(text);
    if (special != null) {
      return Reading.of(special);
    }
    return WholeNumber.digits(text).isEmpty()
        ? Reading.invalid(keyword, text, wanted)
        : new WholeNumber(least, most).read(keyword, text);
  }

  @Override
  public String write(Integer value) {
    Optional<String> word =
        words.entrySet().stream()
            .filter(entry -> entry.getValue().equals(value))
            .map(Map.Entry::getKey)
            .findFirst();
    return word.map(text -> quoted ? Quoted.of(text) : text).orElseGet(value::toString);
  }
}
