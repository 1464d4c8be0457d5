package org.polypath.config.property;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.polypath.api.settings.Limit;

/**
 * A number, or a word for a limit that is none.
 *
 * @param words the words and what they mean; of several for one meaning the first is written
 * @param least the least number that is not a word
 * @param most the greatest number that is not a word
 * @param quoted whether words are written in quotes
 * @param wanted the values there are, for people
 */
record LimitType(Map<String, Limit> words, int least, int most, boolean quoted, String wanted)
    implements ValueType<Limit> {
  /** {@code no} or 0, else 1 and more. */
  static final LimitType NO_OR_NUMBER =
      new LimitType(
          words("no", Limit.OFF, "0", Limit.OFF),
          1,
          Integer.MAX_VALUE,
          true,
          "no, or a number, 1 or more");

  /** {@code off}, 0, or more. */
  static final LimitType OFF_OR_NUMBER =
      new LimitType(
          words("off", Limit.OFF, "0", Limit.of(0)),
          1,
          Integer.MAX_VALUE - 1,
          false,
          "off, 0, or a number");

  static Map<String, Limit> words(String first, Limit limit, String second, Limit other) {
    Map<String, Limit> words = new LinkedHashMap<>();
    words.put(first, limit);
    words.put(second, other);
    return words;
  }

  @Override
  public Reading<Limit> read(String keyword, String text) {
    Limit special = words.get(text);
    if (special != null) {
      return Reading.of(special);
    }
    if (WholeNumber.digits(text).isEmpty()) {
      return Reading.invalid(keyword, text, wanted);
    }
    Reading<Integer> number = new WholeNumber(least, most).read(keyword, text);
    return new Reading<>(number.value().map(this::limit), number.complaint());
  }

  /** The greatest number there is means that there is no limit, where a word says so too. */
  private Limit limit(int number) {
    return number == Integer.MAX_VALUE && words.containsValue(Limit.UNLIMITED)
        ? Limit.UNLIMITED
        : Limit.of(number);
  }

  @Override
  public String write(Limit value) {
    Optional<String> word =
        words.entrySet().stream()
            .filter(entry -> entry.getValue().equals(value))
            .map(Map.Entry::getKey)
            .findFirst();
    return word.map(text -> quoted ? Quoted.of(text) : text)
        .orElseGet(() -> Integer.toString(value.amount()));
  }
}
