package org.polypath.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes the words of {@code multipathd -k}, and the names of the paths and maps there are. */
final class CommandCompletion implements Completer {
  private final CommandClient client;
  private final CommandGrammar grammar;

  CommandCompletion(CommandClient client) throws IOException {
    this.client = client;
    this.grammar = CommandGrammar.parse(client.ask("help"));
  }

  @Override
  public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
    List<String> before = line.words().subList(0, line.wordIndex());
    for (String word : grammar.next(before)) {
      words(word).forEach(it -> candidates.add(new Candidate(it)));
    }
  }

  private List<String> words(String next) {
    return switch (next) {
      case "$map" -> names("show maps raw format %n");
      case "$path" -> names("show paths raw format %d");
      default -> next.startsWith("$") ? List.of() : List.of(next);
    };
  }

  private List<String> names(String command) {
    try {
      String reply = client.ask(command);
      return reply.equals("ok\n") ? List.of() : new ArrayList<>(reply.lines().toList());
    } catch (IOException e) {
      // completion is a comfort: the command itself will say what is wrong
      return List.of();
    }
  }
}
