package org.polypath.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jline.reader.impl.completer.StringsCompleter;

/** {@code polypath}: the shell of a running daemon, as a dialogue or for one line. */
public final class Polypath {
  private static final String USAGE =
      """
      Usage:
        polypath                         the daemon's shell
        polypath status                  what is well, what is not, and what to do
        polypath watch                   the same and the topology, live
        polypath explain PATH|MAP        why it is as it is
        polypath topology --json         all there is to know; --json goes with status, watch and
                                         explain too
        polypath COMMAND [ARGUMENT]...   one command of it, for instance: polypath plugins
        polypath console [--san|--host]  the platform in this terminal, without a daemon
        polypath config check [FILE]     says what is wrong in a configuration file
        polypath config helper           makes one out of a few answers, or of the hardware
        polypath rtpg [-d] [-e] DEVICE   a path's target port groups, as sg_rtpg reports them
        polypath --help                  this text

      Commands: topology, paths, maps, fail PATH, reinstate PATH, reconfigure, plugins,
      config why KEYWORD DEVICE, shutdown; `help` lists all.
      """;

  private static final String PROMPT = "polypath> ";
  private static final int SECONDS = 130;
  private static final String REPLY = "exit ";

  private Polypath() {}

  /** Runs the program. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> words) {
    if (words.equals(List.of("--help")) || words.equals(List.of("-h"))) {
      Streams.out(USAGE);
      return 0;
    }
    try {
      return ReportProgram.isMeant(words) ? ReportProgram.run(words) : withShell(words);
    } catch (IOException e) {
      Streams.error("polypath: " + e.getMessage() + "\n");
      return 1;
    }
  }

  private static int withShell(List<String> words) throws IOException {
    try (Framed shell = Framed.connect(Addresses.shell())) {
      return words.isEmpty() ? converse(shell) : ask(shell, line(words));
    }
  }

  private static int converse(Framed shell) throws IOException {
    if (Streams.isTerminal(0) && Streams.isTerminal(1)) {
      try (Terminal terminal =
          new Terminal("polypath", PROMPT, new StringsCompleter(commands(shell)))) {
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

  /** The names that the shell knows; an older daemon's answer is taken as none. */
  private static List<String> commands(Framed shell) throws IOException {
    return shell
        .ask("help", SECONDS)
        .lines()
        .filter(name -> !name.startsWith(REPLY) && !name.contains(" "))
        .toList();
  }

  private static String line(List<String> words) {
    return String.join(
        " ",
        words.stream()
            .map(word -> word.matches("[\\w./:=@%+-]+") ? word : "'" + word.replace("'", "") + "'")
            .toList());
  }
}
