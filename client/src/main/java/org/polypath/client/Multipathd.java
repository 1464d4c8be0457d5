package org.polypath.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.polypath.launcher.Main;

/**
 * {@code multipathd} with a command: a client of the running daemon. Without one it is the daemon,
 * which the launcher runs.
 */
public final class Multipathd {
  private Multipathd() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Whether arguments ask a running daemon something, and do not start one. */
  public static boolean isClient(String... arguments) {
    try {
      return DaemonArguments.parse(arguments).isClient();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static int run(String... arguments) {
    DaemonArguments parsed;
    try {
      parsed = DaemonArguments.parse(arguments);
    } catch (IllegalArgumentException e) {
      Streams.error(e.getMessage() + "\n");
      return 1;
    }
    if (!parsed.isClient()) {
      List<String> words = new ArrayList<>(List.of("daemon"));
      words.addAll(List.of(arguments));
      Main.main(words.toArray(String[]::new));
      return 0;
    }
    try (CommandClient client = CommandClient.connect()) {
      return parsed.interactive() ? new CommandShell(client).run() : client.print(parsed.command());
    } catch (IOException e) {
      Streams.error("multipathd: " + e.getMessage() + "\n");
      return 1;
    }
  }
}
