package org.polypath.launcher;

import java.util.Locale;

/** What this process is for. */
enum Mode {
  /** Stays, serves the sockets, is found as {@code multipathd}. */
  DAEMON,
  /** Stays as long as its shell, on the terminal or a pipe. */
  CONSOLE,
  /** Does one command of {@code multipath} and goes. */
  ONCE;

  /** The value of {@link PropertyNames#MODE} that means this. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Mode of(String word) throws LaunchException {
    for (Mode mode : values()) {
      if (mode.word().equals(word)) {
        return mode;
      }
    }
    throw new LaunchException("no such mode: " + word + " (daemon, console, once)");
  }
}
