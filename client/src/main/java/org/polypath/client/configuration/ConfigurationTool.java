package org.polypath.client.configuration;

import java.util.List;
import org.polypath.client.Streams;
import org.polypath.client.Usage;

/** {@code polypath config check} and {@code polypath config helper}. */
public final class ConfigurationTool {
  private static final String USAGE =
      """
      Usage:
        polypath config check [--json] [FILE]
            Says what is wrong in a configuration file, line by line, and what happens instead.
            Without FILE: /etc/multipath.conf and /etc/multipath/conf.d. Exit status 1 if the file
            cannot be used as it is.
        polypath config helper [--from-hardware] [--output FILE]
            Makes a configuration out of answers to a few questions, or, with --from-hardware, out
            of the hardware that the running daemon sees.
        polypath config why KEYWORD DEVICE
            Asks the running daemon which value holds for a path or a map, and where it comes from.
      """;

  private ConfigurationTool() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> words) {
    String command = words.isEmpty() ? "" : words.get(0);
    String[] rest = words.stream().skip(1).toArray(String[]::new);
    if (Usage.isWanted(words)) {
      Streams.out(USAGE);
      return 0;
    }
    try {
      return switch (command) {
        case "check" -> CheckCommand.parse(rest).run(Streams::out);
        case "helper" -> DraftCommand.parse(rest).run();
        default -> throw new IllegalArgumentException("no such command: config " + command);
      };
    } catch (IllegalArgumentException e) {
      Streams.error("polypath: " + e.getMessage() + "\n" + USAGE);
      return 1;
    }
  }
}
