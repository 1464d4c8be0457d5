package org.polypath.client.manual;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A page of the manual, as groff source.
 *
 * @param file where it is
 * @param lines its lines
 */
record ManualPage(Path file, List<String> lines) {
  private static final Path SOURCES = Path.of("../distribution/src/man");

  /** The tag of a paragraph in section OPTIONS: an option, in bold. */
  private static final Pattern OPTION = Pattern.compile("\\.BI?R? (?<option>(\\\\-){1,2}\\w+).*");

  /** The tag of a paragraph in section COMMANDS: words in bold. */
  private static final Pattern COMMAND =
      Pattern.compile("\\.BR? \"?(?<command>[a-z]+( [a-z]+)*)(\"? \".*)?");

  static ManualPage of(String name) {
    Path file = SOURCES.resolve("man" + name.charAt(name.length() - 1)).resolve(name);
    try {
      return new ManualPage(file, Files.readAllLines(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The options that have a paragraph of their own. */
  Set<String> options() {
    Set<String> options = new TreeSet<>();
    for (int line = 1; line < lines.size(); line++) {
      var matcher = OPTION.matcher(lines.get(line));
      if (lines.get(line - 1).equals(".TP") && matcher.matches()) {
        options.add(matcher.group("option").replace("\\-", "-"));
      }
    }
    return options;
  }

  /** The commands that have a paragraph of their own, without their arguments. */
  Set<String> commands() {
    Set<String> commands = new TreeSet<>();
    for (int line = 1; line < lines.size(); line++) {
      var matcher = COMMAND.matcher(lines.get(line));
      if (lines.get(line - 1).equals(".TP") && matcher.matches()) {
        commands.add(matcher.group("command"));
      }
    }
    return commands;
  }

  String text() {
    return String.join("\n", lines) + "\n";
  }
}
