package org.polypath.client;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes the daemon's shell: its commands, then the names of the maps and paths there are. */
final class ShellCompletion implements Completer {
  private final List<String> commands;

  ShellCompletion(List<String> commands) {
    this.commands = List.copyOf(commands);
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    List<String> words = line.wordIndex() == 0 ? commands : names();
    words.forEach(word -> candidates.add(new Candidate(word)));
  }

  private static List<String> names() {
    try (CommandClient client = CommandClient.connect()) {
      return Stream.of("show maps raw format %n", "show paths raw format %d")
          .flatMap(command -> names(client, command))
          .toList();
    } catch (IOException e) {
      // completion is a comfort: the command itself will say what is wrong
      return List.of();
    }
  }

  private static Stream<String> names(CommandClient client, String command) {
    try {
      return client.ask(command).lines().filter(name -> !name.equals("ok"));
    } catch (IOException e) {
      return Stream.empty();
    }
  }
}
