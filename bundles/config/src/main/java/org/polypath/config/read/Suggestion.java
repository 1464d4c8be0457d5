package org.polypath.config.read;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.polypath.config.property.PropertyTable;
import org.polypath.config.property.Section;

/** What was probably meant by a word that is not known where it stands. */
final class Suggestion {
  /** Longer words than any keyword are not worth comparing. */
  private static final int MAX_WORD = 60;

  private Suggestion() {}

  /** A question or a hint to put after a sentence; empty if nothing comes to mind. */
  static String of(Section section, String word) {
    String elsewhere = sections(word);
    if (!elsewhere.isEmpty()) {
      return "; \"" + word + "\" belongs in " + elsewhere;
    }
    return closest(PropertyTable.words(section), word)
        .or(() -> closest(everyWord(), word))
        .map(
            found -> {
              boolean here = PropertyTable.words(section).anyMatch(found::equals);
              return "; did you mean \""
                  + found
                  + "\""
                  + (here ? "?" : " in " + sections(found) + "?");
            })
        .orElse("");
  }

  /** The same for a word that may be the keyword of any section; empty if nothing comes to mind. */
  static String of(String word) {
    return closest(Keywords.all(), word)
        .map(found -> "; did you mean \"" + found + "\"?")
        .orElse("");
  }

  private static Stream<String> everyWord() {
    return Arrays.stream(Section.values()).flatMap(PropertyTable::words);
  }

  private static String sections(String word) {
    return Arrays.stream(Section.values())
        .filter(section -> section != Section.LISTED_DEVICE)
        .filter(section -> PropertyTable.words(section).anyMatch(word::equals))
        .map(section -> section == Section.FILE ? "the top level" : section.keyword())
        .collect(Collectors.joining(", "));
  }

  private static Optional<String> closest(Stream<String> candidates, String word) {
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
