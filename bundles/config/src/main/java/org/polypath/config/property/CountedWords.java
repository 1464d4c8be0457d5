package org.polypath.config.property;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words of which one is the count of those after it, as in dm tables.
 *
 * @param leading how many words stand before the count
 */
public record CountedWords(int leading) implements ValueType<CountedWords.Counted> {
  /** {@code N word…}. */
  static final CountedWords LIST = new CountedWords(0);

  /** {@code name N word…}. */
  static final CountedWords NAMED = new CountedWords(1);

  /**
   * A value.
   *
   * @param before the words before the count
   * @param words those counted
   */
  public record Counted(List<String> before, List<String> words) {}

  @Override
  public Reading<Counted> read(String keyword, String text) {
    List<String> words = Stream.of(text.split("\\s+", -1)).filter(word -> !word.isEmpty()).toList();
    if (words.size() <= leading) {
      return Reading.none(
          Complaint.warning("missing argument count for " + keyword, "ignored: " + wanted()));
    }
    String count = words.get(leading);
    int found = words.size() - leading - 1;
    if (!WholeNumber.digits(count).equals(WholeNumber.digits(Integer.toString(found)))) {
      return Reading.none(
          Complaint.warning(
              "invalid argument count for "
                  + keyword
                  + ":, got '"
                  + count
                  + "' expected '"
                  + found
                  + "'",
              "ignored: " + wanted()));
    }
    return Reading.of(
        new Counted(words.subList(0, leading), words.subList(leading + 1, words.size())));
  }

  @Override
  public String write(Counted value) {
    return Quoted.of(
        Stream.of(
                value.before().stream(),
                Stream.of(Integer.toString(value.words().size())),
                value.words().stream())
            .flatMap(words -> words)
            .collect(Collectors.joining(" ")));
  }

  @Override
  public String wanted() {
    return leading == 0 ? "a count and as many words" : "a name, a count and as many words";
  }
}
