package org.polypath.client.mpathconf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A configuration file as text to be edited: what is not touched stays as it is, comments and order
 * included. Knows the lines directly in a section; those in sections inside it are left alone.
 */
final class ConfigurationText {
  private final List<String> lines;

  private ConfigurationText(List<String> lines) {
    this.lines = lines;
  }

  static ConfigurationText of(String text) {
    return new ConfigurationText(new ArrayList<>(text.lines().toList()));
  }

  String text() {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }

  /** The value that a section gives to a keyword: the last line counts. */
  Optional<String> value(String section, String keyword) {
    List<Integer> found = find(section, keyword, value -> true);
    return found.stream()
        .reduce((first, last) -> last)
        .map(at -> ConfigurationLine.of(lines.get(at)).value());
  }

  /** Whether a section has a line with this keyword and value. */
  boolean has(String section, String keyword, String value) {
    return !find(section, keyword, value::equals).isEmpty();
  }

  /** Gives a keyword a value: in the line that sets it, else in a new one. */
  void set(String section, String keyword, String value) {
    List<Integer> found = find(section, keyword, any -> true);
    if (found.isEmpty()) {
      add(section, keyword, value);
    } else {
      int last = found.get(found.size() - 1);
      lines.set(last, ConfigurationLine.of(lines.get(last)).withValue(value));
    }
  }

  /** Adds a line to a section, which is made if it is not there. */
  void add(String section, String keyword, String value) {
    String line = "\t" + keyword + " " + ConfigurationLine.quoted(value);
    int end = endOf(section);
    if (end >= 0) {
      lines.add(end, line);
    } else {
      lines.addAll(List.of(section + " {", line, "}"));
    }
  }

  /** Takes out every line of a keyword. */
  void remove(String section, String keyword) {
    remove(find(section, keyword, value -> true));
  }

  /** Takes out every line with this keyword and value. */
  void remove(String section, String keyword, String value) {
    remove(find(section, keyword, value::equals));
  }

  private void remove(List<Integer> positions) {
    for (int i = positions.size() - 1; i >= 0; i--) {
      lines.remove((int) positions.get(i));
    }
  }

  /** The positions of lines directly in a section. */
  private List<Integer> find(String section, String keyword, Predicate<String> value) {
    List<Integer> found = new ArrayList<>();
    Nesting nesting = new Nesting();
    for (int at = 0; at < lines.size(); at++) {
      ConfigurationLine line = ConfigurationLine.of(lines.get(at));
      if (nesting.isDirectlyIn(section)
          && line.keyword().equals(keyword)
          && value.test(line.value())) {
        found.add(at);
      }
      nesting.take(line);
    }
    return found;
  }

  /** The position of the closing brace of the last section of a name; -1 if there is none. */
  private int endOf(String section) {
    int end = -1;
    Nesting nesting = new Nesting();
    for (int at = 0; at < lines.size(); at++) {
      ConfigurationLine line = ConfigurationLine.of(lines.get(at));
      if (nesting.isDirectlyIn(section) && line.closes()) {
        end = at;
      }
      nesting.take(line);
    }
    // a section that ends with the file
    return nesting.isDirectlyIn(section) ? lines.size() : end;
  }

  /** Which sections are open. */
  private static final class Nesting {
    private final List<String> open = new ArrayList<>();

    boolean isDirectlyIn(String section) {
      return open.equals(List.of(section));
    }

    void take(ConfigurationLine line) {
      if (line.opens()) {
        open.add(line.keyword());
      } else if (line.closes() && !open.isEmpty()) {
        open.remove(open.size() - 1);
      }
    }
  }
}
