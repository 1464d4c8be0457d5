package org.polypath.prioritizer.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.ScsiAddress;

/**
 * What {@code prio_args} asks for: {@code [user=NAME] /absolute/program argument…}.
 *
 * @param user who is to run the program; empty for whoever runs the platform
 * @param words the program and its arguments, substitutions not yet made
 */
record ProgramCall(Optional<String> user, List<String> words) {
  /** What {@code prio_args} should look like. */
  static final String WANTED = "[user=NAME] /absolute/program [argument|%n|%b|%d]...";

  private static final String USER = "user=";
  private static final String USER_NAME = "[A-Za-z_][A-Za-z0-9_.-]*";

  /** Copies the words. */
  ProgramCall {
    words = List.copyOf(words);
  }

  /** Reads the arguments; empty if they are wrong. */
  static Optional<ProgramCall> parse(String arguments) {
    List<String> words = new ArrayList<>(List.of(arguments.strip().split("\\s+")));
    Optional<String> user = Optional.empty();
    if (words.get(0).startsWith(USER)) {
      user = Optional.of(words.remove(0).substring(USER.length()));
    }
    boolean isRight =
        !words.isEmpty()
            && words.get(0).startsWith("/")
            && user.filter(name -> !name.matches(USER_NAME)).isEmpty();
    return isRight ? Optional.of(new ProgramCall(user, words)) : Optional.empty();
  }

  /**
   * The words for one path: {@code %n} is its name, {@code %d} its device number, {@code %b} its
   * address on its bus, which is empty where it has none; {@code %%} is a per cent sign.
   */
  List<String> words(PathFacts path) {
    List<String> made = new ArrayList<>();
    made.add(words.get(0));
    words.stream().skip(1).map(word -> substituted(word, path)).forEach(made::add);
    return made;
  }

  private static String substituted(String word, PathFacts path) {
    StringBuilder made = new StringBuilder();
    for (int at = 0; at < word.length(); at++) {
      boolean isSubstitution = word.charAt(at) == '%' && at + 1 < word.length();
      made.append(isSubstitution ? value(word.charAt(++at), path) : word.charAt(at));
    }
    return made.toString();
  }

  private static String value(char letter, PathFacts path) {
    return switch (letter) {
      case 'n' -> path.name();
      case 'd' -> path.number().toString();
      case 'b' -> path.address().map(ScsiAddress::toString).orElse("");
      case '%' -> "%";
      default -> "%" + letter;
    };
  }
}
