package org.polypath.simulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a scenario: words, then {@code key=value} settings. A value with blanks stands in
 * double quotes, and a quote in it is written twice; {@code #} starts a comment.
 */
final class ScenarioLine {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(#.*)|((?:[^\\s\"#]+(?:\"(?:[^\"]|\"\")*\")?)|\"(?:[^\"]|\"\")*\")(?=\\s|#|$))");

  private final String origin;
  private final List<String> words = new ArrayList<>();
  private final Map<String, String> settings = new TreeMap<>();

  ScenarioLine(String origin, String text) {
    this.origin = origin;
    String line = text.stripTrailing();
    Matcher matcher = TOKEN.matcher(line);
    int position = 0;
    while (position < line.length()) {
      if (!matcher.region(position, line.length()).lookingAt()) {
        throw error("cannot read \"" + line.substring(position).strip() + "\"");
      }
      if (matcher.group(1) == null) {
        add(matcher.group(2));
      }
      position = matcher.end();
    }
  }

  private void add(String token) {
    int equals = token.indexOf('=');
    String value = unquoted(token.substring(equals + 1));
    if (equals < 1) {
      words.add(value);
    } else if (settings.put(token.substring(0, equals), value) != null) {
      throw error(token.substring(0, equals) + " is set twice");
    }
  }

  private static String unquoted(String value) {
    return value.startsWith("\"")
        ? value.substring(1, value.length() - 1).replace("\"\"", "\"")
        : value;
  }

  boolean isEmpty() {
    return words.isEmpty() && settings.isEmpty();
  }

  String origin() {
    return origin;
  }

  String word(int index, String what) {
    if (index >= words.size()) {
      throw error("the " + what + " is missing");
    }
    return words.get(index);
  }

  List<String> wordsFrom(int index) {
    return words.subList(Math.min(index, words.size()), words.size());
  }

  /** Checks that there are so many words and no other settings than these. */
  void expect(int wordCount, Set<String> keys) {
    if (words.size() > wordCount) {
      throw error("\"" + words.get(wordCount) + "\" is one word too many");
    }
    for (String key : settings.keySet()) {
      if (!keys.contains(key)) {
        throw error("no setting \"" + key + "\" here; there are: " + String.join(", ", keys));
      }
    }
  }

  String setting(String key) {
    String value = settings.get(key);
    if (value == null) {
      throw error(key + "= is missing");
    }
    return value;
  }

  String setting(String key, String otherwise) {
    return settings.getOrDefault(key, otherwise);
  }

  /** A text setting of limited length. */
  String text(String key, int longest) {
    String value = setting(key);
    if (value.isEmpty() || value.length() > longest) {
      throw error(key + "=\"" + value + "\" has to have 1 to " + longest + " characters");
    }
    return value;
  }

  int number(String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw error("\"" + text + "\" is no number from " + least + " to " + most);
  }

  ScenarioException error(String text) {
    return new ScenarioException(origin + ": " + text);
  }
}
