package org.polypath.launcher;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What stands on the command line of the daemon or the console: a mode, then options. Options of
 * one letter may stand together in a word, as with getopt(3).
 */
final class Arguments {
  private final Deque<String> words;
  private final Map<String, String> properties = new HashMap<>();
  private final List<String> remarks = new ArrayList<>();

  private Arguments(List<String> words) {
    this.words = new ArrayDeque<>(words);
  }

  /**
   * What was understood.
   *
   * @param properties what it means
   * @param remarks what the user should know, a line each
   */
  record Meaning(Map<String, String> properties, List<String> remarks) {}

  /** Reads the words. */
  static Meaning parse(List<String> words) throws LaunchException {
    Arguments arguments = new Arguments(words);
    arguments.properties.put(PropertyNames.MODE, arguments.words.isEmpty() ? "" : arguments.next());
    while (!arguments.words.isEmpty()) {
      arguments.take(arguments.next());
    }
    return new Meaning(arguments.properties, arguments.remarks);
  }

  /** Whether whoever started this process waits to hear that it serves. */
  static boolean isInBackground(List<String> words) {
    return words.contains("--background") && !words.contains("-d");
  }

  private String next() {
    return words.remove();
  }

  private void take(String word) throws LaunchException {
    switch (word) {
      case "--background" -> {}
      case "--san" -> properties.put(PropertyNames.SOURCE, "simulator");
      case "--host" -> properties.put(PropertyNames.SOURCE, "linux");
      default -> {
        if (!word.matches("-\\w+")) {
          throw invalid(word);
        }
        takeLetters(word);
      }
    }
  }

  private void takeLetters(String word) throws LaunchException {
    for (int i = 1; i < word.length(); i++) {
      switch (word.charAt(i)) {
        case 'd' -> {}
        case 's' -> properties.put(PropertyNames.LOG_WITHOUT_TIME, "true");
        case 'B' -> properties.put(PropertyNames.BINDINGS_READ_ONLY, "true");
        case 'n' ->
            remarks.add("option -n is ignored: find_multipaths decides which paths are used");
        case 'w' -> remarks.add("option -w is ignored: events of all maps are waited for together");
        case 'v' -> {
          String rest = word.substring(i + 1);
          properties.put(PropertyNames.VERBOSITY, rest.isEmpty() ? value(word) : rest);
          return;
        }
        default -> throw invalid(word);
      }
    }
  }

  private String value(String option) throws LaunchException {
    if (words.isEmpty()) {
      throw new LaunchException("option " + option + ": a value is missing");
    }
    return next();
  }

  private static LaunchException invalid(String word) {
    return new LaunchException("Invalid argument '" + word + "'");
  }
}
