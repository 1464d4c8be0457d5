package org.polypath.config;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** The word that was probably meant by one that is not known. */
public final class ClosestWord {
  /** Longer words than any keyword are not worth comparing. */
  private static final int MAX_WORD = 60;

  private ClosestWord() {}

  /** The candidate that a word is a likely slip of the keyboard for; empty if none is. */
  public static Optional<String> to(String word, Stream<String> candidates) {
    if (word.length() < 3 || word.length() > MAX_WORD) {
      return Optional.empty();
    }
    int limit = Math.max(1, word.length() / 4);
    return candidates
        .distinct()
        .filter(candidate -> distance(candidate, word) <= limit)
        .min(
            Comparator.<String>comparingInt(candidate -> distance(candidate, word))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** How many letters are to be inserted, deleted, replaced or swapped with their neighbour. */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
