package org.polypath.client;

import java.util.List;

/** The words that the dialogue completes. */
final class CommandWords {
  static final List<String> ALL =
      List.of(
          "show",
          "list",
          "paths",
          "path",
          "maps",
          "multipaths",
          "map",
          "multipath",
          "topology",
          "status",
          "stats",
          "daemon",
          "config",
          "local",
          "blacklist",
          "devices",
          "wildcards",
          "json",
          "format",
          "raw",
          "fail",
          "reinstate",
          "del",
          "remove",
          "reconfigure",
          "all",
          "shutdown",
          "help",
          "quit",
          "exit");

  private CommandWords() {}
}
