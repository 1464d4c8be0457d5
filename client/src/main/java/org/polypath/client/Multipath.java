package org.polypath.client;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.polypath.launcher.Launcher;
import org.polypath.launcher.PropertyNames;

/** {@code multipath}: the running daemon does the work, or without one this process does. */
public final class Multipath {
  private static final String REPLY = "exit ";

  /** What {@code lib/path-check.sh} asks for when the daemon has not written them down. */
  private static final String PATH_RULES = "--path-rules";

  private Multipath() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  private static int run(String... arguments) {
    if (List.of(arguments).equals(List.of(PATH_RULES))) {
      return Launcher.run(
          Map.of(
              PropertyNames.MODE,
              "once",
              PropertyNames.SOURCE,
              "none",
              PropertyNames.VERBOSITY,
              "0",
              "polypath.once.arguments",
              PATH_RULES));
    }
    MultipathOptions options;
    try {
      options = MultipathOptions.parse(arguments);
    } catch (IllegalArgumentException e) {
      Streams.error(e.getMessage() + "\n" + MultipathOptions.usage());
      return 1;
    }
    if (options.has(MultipathOption.HELP)) {
      Streams.error(MultipathOptions.usage());
      return 0;
    }
    List<String> words = options.words(Streams.isTerminal(1));
    if (options.has(MultipathOption.ALONE)) {
      return alone(options, words);
    }
    try (CommandClient daemon = CommandClient.connect()) {
      String reply = daemon.ask("multipath-command \"" + String.join(" ", words) + "\"");
      if (reply.startsWith(REPLY)) {
        return print(reply.substring(REPLY.length()));
      }
      if (reply.contains("need to be root")) {
        return refuse("need to be root");
      }
    } catch (NoDaemonException e) {
      return alone(options, words);
    } catch (IOException e) {
      return refuse(e.getMessage());
    }
    // a daemon that does not know the command: the reference's
    return alone(options, words);
  }

  private static int print(String reply) {
    int endOfLine = reply.indexOf('\n');
    int status = Integer.parseInt(reply, 0, endOfLine, 10);
    String text = reply.substring(endOfLine + 1);
    if (status == 0) {
      Streams.out(text);
    } else {
      Streams.error(text);
    }
    return status;
  }

  private static int alone(MultipathOptions options, List<String> words) {
    if (Addresses.user() != 0) {
      return refuse("need to be root");
    }
    Map<String, String> properties = new HashMap<>();
    properties.put(PropertyNames.MODE, "once");
    properties.put(PropertyNames.CORE_CHECKS, Boolean.toString(options.checksPaths()));
    properties.put(PropertyNames.CORE_ACT, options.changesMaps());
    if (!options.needsHost()) {
      properties.put(PropertyNames.SOURCE, "none");
    }
    // who leaves I/O waiting must be there later to end that
    properties.put(PropertyNames.CORE_QUEUE, Boolean.toString(options.has(MultipathOption.QUEUE)));
    properties.put(
        PropertyNames.BINDINGS_READ_ONLY,
        Boolean.toString(options.has(MultipathOption.READ_ONLY_BINDINGS)));
    options.device().ifPresent(device -> properties.put(PropertyNames.CORE_ONLY, device));
    properties.put("polypath.once.arguments", String.join("\n", words));
    properties.put(PropertyNames.VERBOSITY, Integer.toString(options.logLevel()));
    return Launcher.run(properties);
  }

  private static int refuse(String line) {
    Streams.error(line + "\n");
    return 1;
  }
}
