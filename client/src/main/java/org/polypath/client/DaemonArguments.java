package org.polypath.client;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The command line of {@code multipathd}. Read by hand: {@code -k} has an optional value that must
 * stand in the same word, which commons-cli cannot tell from a cluster of options.
 *
 * @param isClient whether a running daemon is asked something
 * @param interactive whether a dialogue is wanted
 * @param command the one command otherwise
 */
record DaemonArguments(boolean isClient, boolean interactive, String command) {
  /** Options without a value. */
  static final List<String> FLAGS = List.of("-d", "-s", "-B", "-n", "-w", "--background");

  /** Those that may stand together in one word, with {@code v} and its value as the last. */
  private static final String LETTERS = "dsBnw";

  /**
   * Reads the arguments; options may stand anywhere, as with getopt.
   *
   * @throws IllegalArgumentException if an option is unknown; the message says which
   */
  static DaemonArguments parse(String... arguments) {
    List<String> words = new ArrayList<>();
    for (Iterator<String> rest = List.of(arguments).iterator(); rest.hasNext(); ) {
      String word = rest.next();
      if (word.equals("-k")) {
        return new DaemonArguments(true, true, "");
      } else if (word.startsWith("-k")) {
        return new DaemonArguments(true, false, word.substring("-k".length()));
      } else if (word.startsWith("-")) {
        skip(word, rest);
      } else {
        words.add(quoted(word));
      }
    }
    return new DaemonArguments(!words.isEmpty(), false, String.join(" ", words));
  }

  /** Options are the daemon's affair, and its clients are started with them too. */
  private static void skip(String word, Iterator<String> rest) {
    if (FLAGS.contains(word)) {
      return;
    }
    int end = 1;
    while (end < word.length() && LETTERS.indexOf(word.charAt(end)) >= 0) {
      end++;
    }
    if (word.length() == 1 || (end < word.length() && word.charAt(end) != 'v')) {
      throw new IllegalArgumentException("Invalid argument '" + word + "'");
    }
    if (end == word.length() - 1) {
      if (!rest.hasNext()) {
        throw new IllegalArgumentException("option -v: a value is missing");
      }
      rest.next();
    }
  }

  /** One word stays one word; what the user quoted for the daemon himself stays as it is. */
  private static String quoted(String word) {
    boolean alreadyQuoted = word.length() > 1 && word.startsWith("\"") && word.endsWith("\"");
    return hasBlank(word) && !alreadyQuoted ? "\"" + word.replace("\"", "\"\"") + "\"" : word;
  }

  private static boolean hasBlank(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) <= ' ') {
        return true;
      }
    }
    return word.isEmpty();
  }
}
