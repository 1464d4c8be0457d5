package org.polypath.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** {@code multipathd -k}: a dialogue with the daemon, on a terminal or from a pipe. */
final class CommandShell {
  private static final String PROMPT = "multipathd> ";
  private static final List<String> GOODBYES = List.of("quit", "exit");

  private final CommandClient client;

  CommandShell(CommandClient client) {
    this.client = client;
  }

  /** Runs until the end of the input. */
  int run() throws IOException {
    if (Streams.isTerminal(0) && Streams.isTerminal(1)) {
      try (Terminal terminal = new Terminal("multipathd", PROMPT, new CommandCompletion(client))) {
        converse(terminal::line);
      }
    } else {
      BufferedReader input =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      converse(
          () -> {
            Streams.out(PROMPT);
            return Optional.ofNullable(input.readLine());
          });
    }
    return 0;
  }

  private void converse(LineSource lines) throws IOException {
    for (var line = lines.next(); line.isPresent(); line = lines.next()) {
      String command = line.get().strip();
      if (GOODBYES.contains(command)) {
        return;
      }
      if (!command.isEmpty()) {
        client.print(command);
      }
    }
  }
}
