package org.polypath.control.pathrules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a configuration back as {@code Configuration.print()} wrote it: one keyword a line, a value
 * that may be quoted, sections that end in a line of their own. It is no reader of what people
 * write.
 *
 * @param sections the sections in their order, inner ones behind the one they are in
 */
record PrintedConfiguration(List<Section> sections) {
  /**
   * A section.
   *
   * @param name its name with those around it, for instance {@code devices/device}
   * @param lines its own keywords and values, in order
   */
  record Section(String name, List<Line> lines) {
    /** The last value of a keyword. */
    Optional<String> value(String keyword) {
      return lines.stream()
          .filter(line -> line.keyword().equals(keyword))
          .map(Line::value)
          .reduce((first, second) -> second);
    }
  }

  /**
   * A keyword and its value.
   *
   * @param keyword the keyword
   * @param value the value, its quotes taken off
   */
  record Line(String keyword, String value) {}

  /** Reads what was printed. */
  static PrintedConfiguration read(String printed) {
    List<Section> sections = new ArrayList<>();
    Deque<String> names = new ArrayDeque<>();
    // the lines of the sections that are open, by depth; at depth 0 no keyword means anything
    Map<Integer, List<Line>> open = new HashMap<>(Map.of(0, new ArrayList<>()));
    for (String raw : printed.lines().toList()) {
      String line = raw.strip();
      if (line.endsWith("{")) {
        names.addLast(line.substring(0, line.length() - 1).strip());
        open.put(names.size(), new ArrayList<>());
        sections.add(
            new Section(names.stream().collect(Collectors.joining("/")), open.get(names.size())));
      } else if (line.equals("}")) {
        names.removeLast();
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        open.get(names.size()).add(line(line));
      }
    }
    return new PrintedConfiguration(sections);
  }

  /** The sections of a name. */
  List<Section> named(String name) {
    return sections.stream().filter(section -> section.name().equals(name)).toList();
  }

  /** The last value of a keyword in the sections of a name. */
  Optional<String> value(String section, String keyword) {
    return named(section).stream()
        .flatMap(found -> found.value(keyword).stream())
        .reduce((first, second) -> second);
  }

  private static Line line(String line) {
    int blank = line.indexOf(' ');
    if (blank < 0) {
      return new Line(line, "");
    }
    String value = line.substring(blank + 1).strip();
    boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
    return new Line(
        line.substring(0, blank),
        quoted ? value.substring(1, value.length() - 1).replace("\"\"", "\"") : value);
  }
}
