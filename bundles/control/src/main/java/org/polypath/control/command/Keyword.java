package org.polypath.control.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A word of the command grammar. All of multipath-tools' words are here, also those without a
 * command yet: they decide which abbreviations are unique.
 */
enum Keyword {
  LIST("", "list", "show"),
  ADD("", "add"),
  DEL("", "remove", "del"),
  SWITCH("", "switch", "switchgroup"),
  SUSPEND("", "suspend"),
  RESUME("", "resume"),
  REINSTATE("", "reinstate"),
  FAIL("", "fail"),
  RESIZE("", "resize"),
  RESET("", "reset"),
  RELOAD("", "reload"),
  FORCE_QUEUEING("", "forcequeueing"),
  DISABLE_QUEUEING("", "disablequeueing"),
  RESTORE_QUEUEING("", "restorequeueing"),
  PATHS("", "paths"),
  MAPS("", "maps", "multipaths"),
  PATH("path", "path"),
  MAP("map", "map", "multipath"),
  GROUP("group", "group"),
  RECONFIGURE("", "reconfigure"),
  DAEMON("", "daemon"),
  STATUS("", "status"),
  STATS("", "stats"),
  TOPOLOGY("", "topology"),
  CONFIG("", "config"),
  BLACKLIST("", "blacklist"),
  DEVICES("", "devices"),
  FORMAT("format", "format"),
  JSON("", "json"),
  RAW("", "raw"),
  WILDCARDS("", "wildcards"),
  QUIT("", "quit", "exit"),
  SHUTDOWN("", "shutdown"),
  GET_PR_STATUS("", "getprstatus"),
  SET_PR_STATUS("", "setprstatus"),
  UNSET_PR_STATUS("", "unsetprstatus"),
  GET_PR_KEY("", "getprkey"),
  SET_PR_KEY("", "setprkey"),
  UNSET_PR_KEY("", "unsetprkey"),
  KEY("key", "key"),
  GET_PR_HOLD("", "getprhold"),
  SET_PR_HOLD("", "setprhold"),
  UNSET_PR_HOLD("", "unsetprhold"),
  PATH_LIST("pathlist", "pathlist"),
  LOCAL("", "local"),
  SET_MARGINAL("", "setmarginal"),
  UNSET_MARGINAL("", "unsetmarginal"),
  ALL("", "all"),
  /** What the {@code multipath} command asks of a running daemon; its arguments as one word. */
  MULTIPATH_COMMAND("arguments", "multipath-command"),
  /** What {@code polypath} asks for; its words as one. */
  POLYPATH("request", "polypath"),
  HELP("", "help");

  private final String parameter;
  private final List<String> names;

  Keyword(String parameter, String... names) {
    this.parameter = parameter;
    this.names = List.of(names);
  }

  /** Whether the next word belongs to this one. */
  boolean takesParameter() {
    return !parameter.isEmpty();
  }

  /** How the help shows it, for instance {@code map|multipath $map}. */
  String usage() {
    String words = String.join("|", names);
    return takesParameter() ? words + " $" + parameter : words;
  }

  /** The keyword that a word means: by its name, or by a beginning that no other keyword has. */
  static Optional<Keyword> of(String word) {
    Optional<Keyword> exact =
        Stream.of(values()).filter(keyword -> keyword.names.contains(word)).findFirst();
    if (exact.isPresent()) {
      return exact;
    }
    List<Keyword> candidates =
        Stream.of(values())
            .filter(keyword -> keyword.names.stream().anyMatch(name -> name.startsWith(word)))
            .toList();
    return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
  }
}
