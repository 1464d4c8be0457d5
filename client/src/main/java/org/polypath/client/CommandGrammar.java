package org.polypath.client;

import java.util.ArrayList;
import java.util.List;

/**
 * The commands as a daemon lists them in its help, for instance {@code list|show map|multipath $map
 * topology}: whatever daemon answers, its own words are completed.
 */
final class CommandGrammar {
  private static final String PARAMETER = "$";

  private final List<List<String>> commands;

  private CommandGrammar(List<List<String>> commands) {
    this.commands = List.copyOf(commands);
  }

  /** Reads the help text; lines of other kinds are passed over. */
  static CommandGrammar parse(String help) {
    List<List<String>> commands = new ArrayList<>();
    for (String line : help.lines().toList()) {
      if (line.startsWith(" ")) {
        commands.add(List.of(line.strip().split("\\s+")));
      }
    }
    return new CommandGrammar(commands);
  }

  /**
   * What may come next: words, and parameters as {@code $map}.
   *
   * @param before the words before, complete or abbreviated
   */
  List<String> next(List<String> before) {
    List<String> next = new ArrayList<>();
    for (List<String> command : commands) {
      if (command.size() > before.size() && begins(command, before)) {
        next.addAll(List.of(command.get(before.size()).split("\\|")));
      }
    }
    return next.stream().distinct().sorted().toList();
  }

  private static boolean begins(List<String> command, List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (!matches(command.get(i), words.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String element, String word) {
    return element.startsWith(PARAMETER)
        || List.of(element.split("\\|")).stream().anyMatch(name -> name.startsWith(word));
  }
}
