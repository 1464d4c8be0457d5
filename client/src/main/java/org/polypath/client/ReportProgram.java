package org.polypath.client;

import java.io.IOException;
import java.util.List;

/**
 * {@code polypath status|watch|explain}, and everything with {@code --json}: asked over the command
 * socket, which answers everybody.
 */
final class ReportProgram {
  private static final List<String> REPORTS = List.of("status", "watch", "explain");
  private static final String JSON = "--json";
  private static final String FAIL = "fail\n";

  private ReportProgram() {}

  /** Whether these words ask for a report. */
  static boolean isMeant(List<String> words) {
    return !words.isEmpty() && (REPORTS.contains(words.get(0)) || words.contains(JSON));
  }

  /** Runs it; answers the exit status. */
  static int run(List<String> words) throws IOException {
    refuse(words);
    try (CommandClient client = CommandClient.connect()) {
      if (words.get(0).equals("watch")) {
        return Watch.run(() -> ask(client, words), words.contains(JSON));
      }
      String text = ask(client, words);
      boolean coloured = Colours.areWanted() && !words.contains(JSON);
      Streams.out(coloured ? Colours.paint(text) : text);
      return 0;
    }
  }

  /** What makes no sense to the daemon either is told in this program's words. */
  private static void refuse(List<String> words) {
    List<String> others = words.stream().filter(word -> !word.equals(JSON)).toList();
    others.stream()
        .filter(word -> word.startsWith("-"))
        .findFirst()
        .ifPresent(
            option -> {
              throw new IllegalArgumentException("no such option: " + option);
            });
    int wanted = others.contains("explain") ? 2 : 1;
    if (others.size() != wanted) {
      throw new IllegalArgumentException(
          wanted == 2
              ? "usage: polypath explain [--json] PATH|MAP"
              : "usage: polypath status|watch [--json], or polypath topology --json");
    }
  }

  private static String ask(CommandClient client, List<String> words) throws IOException {
    String request = String.join(" ", words);
    String reply = client.ask("polypath \"" + request.replace("\"", "\"\"") + "\"");
    if (reply.startsWith(FAIL)) {
      throw new IOException(reply.substring(FAIL.length()).strip());
    }
    if (reply.contains("CLI commands reference")) {
      throw new IOException("the daemon that answers is not Polypath's");
    }
    return reply;
  }
}
