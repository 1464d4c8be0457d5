package org.polypath.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code polypath}: the shell of a running daemon, as a dialogue or for one line. */
public final class Polypath {
  private static final String PROMPT = "polypath> ";
  private static final int SECONDS = 130;
  private static final String REPLY = "exit ";
  private static final List<String> WITH_FILE = List.of("install", "update", "verify");

  private Polypath() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> words) {
    if (Usage.isWanted(words)) {
      Streams.out(Usage.TEXT);
      return 0;
    }
    if (!words.isEmpty() && words.get(0).startsWith("-")) {
      Streams.error("polypath: no such option: " + words.get(0) + "\n" + Usage.TEXT);
      return 1;
    }
    try {
      return ReportProgram.isMeant(words) ? ReportProgram.run(words) : withShell(words);
    } catch (NoDaemonException e) {
      return withoutDaemon(words, e);
    } catch (IOException | IllegalArgumentException e) {
      Streams.error("polypath: " + e.getMessage() + "\n");
      return 1;
    }
  }

  private static int withoutDaemon(List<String> words, NoDaemonException e) {
    if (words.equals(List.of("help"))) {
      Streams.out(Usage.TEXT);
      return 0;
    }
    Streams.error("polypath: " + e.getMessage() + "\n");
    return 1;
  }

  private static int withShell(List<String> words) throws IOException {
    try (Framed shell = Framed.connect(Addresses.shell())) {
      return words.isEmpty() ? converse(shell) : ask(shell, line(withAbsoluteFiles(words)));
    }
  }

  private static int converse(Framed shell) throws IOException {
    if (Streams.isTerminal(0) && Streams.isTerminal(1)) {
      try (Terminal terminal =
          new Terminal("polypath", PROMPT, new ShellCompletion(commands(shell)))) {
        converse(shell, terminal::line);
      }
      return 0;
    }
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    return converse(shell, () -> Optional.ofNullable(input.readLine()));
  }

  private static int converse(Framed shell, LineSource lines) throws IOException {
    int worst = 0;
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      String command = line.get().strip();
      if (command.equals("exit") || command.equals("quit")) {
        return worst;
      }
      if (!command.isEmpty()) {
        worst = Math.max(worst, ask(shell, command));
      }
    }
    return worst;
  }

  private static int ask(Framed shell, String line) throws IOException {
    String reply = shell.ask(line, SECONDS);
    if (!reply.startsWith(REPLY)) {
      throw new IOException("what answers is no shell of ours: " + reply.strip());
    }
    int endOfLine = reply.indexOf('\n');
    int status = Integer.parseInt(reply, REPLY.length(), endOfLine, 10);
    String text = reply.substring(endOfLine + 1);
    if (status == 0) {
      Streams.out(text);
    } else {
      Streams.error(text);
    }
    return status;
  }

  /** The names that the shell knows: what its lines of help begin with. */
  private static List<String> commands(Framed shell) throws IOException {
    return shell
        .ask("help", SECONDS)
        .lines()
        .filter(line -> !line.startsWith(REPLY) && !line.isEmpty() && !line.startsWith(" "))
        .map(line -> line.split(" ", 2)[0])
        .distinct()
        .toList();
  }

  /** The daemon runs in another folder than who names a jar of this one. */
  private static List<String> withAbsoluteFiles(List<String> words) {
    boolean namesFile =
        words.size() > 2 && words.get(0).equals("plugin") && WITH_FILE.contains(words.get(1));
    return namesFile
        ? Stream.concat(
                words.stream().limit(2), words.stream().skip(2).map(Polypath::absoluteUnlessOption))
            .toList()
        : words;
  }

  private static String absoluteUnlessOption(String word) {
    return word.startsWith("-") ? word : Path.of(word).toAbsolutePath().normalize().toString();
  }

  /**
   * A line of which the shell makes these words again.
   *
   * @throws IllegalArgumentException if a word has a line break, which no line can have
   */
  static String line(List<String> words) {
    return String.join(" ", words.stream().map(Polypath::quoted).toList());
  }

  private static String quoted(String word) {
    if (word.contains("\n") || word.contains("\r")) {
      throw new IllegalArgumentException("a line break is in " + word.strip());
    }
    return word.isEmpty() ? "''" : word.replaceAll("[^\\w./:=@%+-]", "\\\\$0");
  }
}
