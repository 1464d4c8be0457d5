package org.polypath.selector.historicalservicetime;

import java.util.List;

/**
 * The arguments of a group: {@code [<base_weight> [<threshold_multiplier>]]}.
 *
 * @param baseWeight how much of the history stays when an I/O comes back, in 1024ths, 0 to 1023; 0
 *     ignores any history
 * @param thresholdMultiplier how many times slower one of two paths has to be for them to be
 *     considered different, 0 or more; 0 and 1 have no effect
 */
record HistoryArguments(int baseWeight, long thresholdMultiplier) {
  /** Full weight. */
  static final int ONE = 1024;

  /** 95 hundredths. */
  private static final int USUAL_WEIGHT = 972;

  /**
   * Reads the words in a dm table.
   *
   * @throws IllegalArgumentException if they are none
   */
  static HistoryArguments read(List<String> words) {
    if (words.size() > 2) {
      throw new IllegalArgumentException(
          "historical-service-time ps: incorrect number of arguments: " + words.size());
    }
    return new HistoryArguments(
        words.isEmpty() ? USUAL_WEIGHT : (int) number("base_weight", words.get(0), ONE - 1),
        words.size() < 2 ? 0 : number("threshold_multiplier", words.get(1), Integer.MAX_VALUE));
  }

  private static long number(String name, String word, long most) {
    if (!word.matches("[0-9]{1,10}") || Long.parseLong(word) > most) {
      throw new IllegalArgumentException(
          "historical-service-time ps: invalid " + name + ": " + word);
    }
    return Long.parseLong(word);
  }
}
