package org.polypath.config.property;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One of a few words.
 *
 * @param words the words and what each means; of several for one meaning the first is written
 * @param <T> the meanings
 */
record Choice<T>(Map<String, T> words) implements ValueType<T> {
  /** One of these words, meaning themselves. */
  static Choice<String> of(String... words) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (String word : words) {
      meanings.put(word, word);
    }
    return new Choice<>(meanings);
  }

  /** One word so far. */
  static <T> Choice<T> meaning(String word, T meaning) {
    return new Choice<>(Map.of(word, meaning));
  }

  /** The same and another word for a meaning. */
  Choice<T> or(String word, T meaning) {
    Map<String, T> more = new LinkedHashMap<>(words);
    more.put(word, meaning);
    return new Choice<>(more);
  }

  @Override
  public Reading<T> read(String keyword, String text) {
    T meaning = words.get(text);
    return meaning == null ? Reading.invalid(keyword, text, wanted()) : Reading.of(meaning);
  }

  @Override
  public String write(T value) {
    return words.entrySet().stream()
        .filter(entry -> entry.getValue().equals(value))
        .map(entry -> Quoted.of(entry.getKey()))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public String wanted() {
    return "one of "
        + words.entrySet().stream()
            .filter(entry -> write(entry.getValue()).equals(Quoted.of(entry.getKey())))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
  }
}
