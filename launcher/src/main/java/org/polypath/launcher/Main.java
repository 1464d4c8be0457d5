package org.polypath.launcher;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** The command line of the daemon and of the console: {@code Main daemon|console [option]…}. */
public final class Main {
  private final Map<String, String> properties = new HashMap<>();
  private boolean background;

  private Main() {}

  /** Runs until the daemon or the console ends, and ends the JVM with its status. */
  public static void main(String[] words) {
    System.exit(new Main().run(new ArrayDeque<>(Arrays.asList(words))));
  }

  private int run(Deque<String> words) {
    try {
      properties.put(PropertyNames.MODE, words.isEmpty() ? "" : words.remove());
      while (!words.isEmpty()) {
        take(words.remove(), words);
      }
    } catch (LaunchException e) {
      new Readiness(background).refused(e.getMessage());
      StandardError.line("polypath: " + e.getMessage());
      return 1;
    }
    return Launcher.run(properties, new Readiness(background));
  }

  private void take(String option, Deque<String> words) throws LaunchException {
    switch (option) {
      case "-d" -> background = false;
      case "-s" -> properties.put(PropertyNames.LOG_WITHOUT_TIME, "true");
      case "-v" -> properties.put(PropertyNames.VERBOSITY, value(option, words));
      case "--background" -> background = true;
      case "--san" -> properties.put(PropertyNames.SOURCE, "simulator");
      case "--host" -> properties.put(PropertyNames.SOURCE, "linux");
      default -> {
        if (!option.startsWith("-v")) {
          throw new LaunchException("no such option: " + option);
        }
        properties.put(PropertyNames.VERBOSITY, option.substring("-v".length()));
      }
    }
  }

  private static String value(String option, Deque<String> words) throws LaunchException {
    if (words.isEmpty()) {
      throw new LaunchException("option " + option + ": a value is missing");
    }
    return words.remove();
  }
}
