package org.polypath.client;

import java.util.regex.Pattern;

/** Colours for the words that tell how a path or map is; on terminals alone. */
final class Colours {
  private static final String BOLD = "\u001b[1m$0\u001b[0m";
  private static final String RED = "\u001b[31m$0\u001b[0m";
  private static final String YELLOW = "\u001b[33m$0\u001b[0m";
  private static final String GREEN = "\u001b[32m$0\u001b[0m";

  private static final Pattern HEAD =
      Pattern.compile("(?m)^(?:not well|well|decided|Polypath .*)$");
  private static final Pattern BAD =
      Pattern.compile("\\b(?:critical|faulty|failed|offline|shaky|disconnected)\\b");
  private static final Pattern DOUBTFUL =
      Pattern.compile("\\b(?:warning|ghost|delayed|marginal|i/o pending|i/o timeout)\\b");
  private static final Pattern GOOD = Pattern.compile("\\b(?:active|ready|running|all is well)\\b");

  private Colours() {}

  /**
   * Whether output is to be coloured: it goes to a terminal, and the user has nothing against it.
   */
  static boolean areWanted() {
    String no = System.getenv("NO_COLOR");
    return Streams.isTerminal(1) && (no == null || no.isEmpty());
  }

  /** The text in colours. */
  static String paint(String text) {
    String painted = HEAD.matcher(text).replaceAll(BOLD);
    painted = BAD.matcher(painted).replaceAll(RED);
    painted = DOUBTFUL.matcher(painted).replaceAll(YELLOW);
    return GOOD.matcher(painted).replaceAll(GREEN);
  }
}
