package org.polypath.gogo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.ParsedLine;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The dialogue on a terminal: lines edited by JLine, with history and completion. */
final class TerminalLines {
  private static final String PROMPT = "polypath> ";

  private TerminalLines() {}

  /**
   * Runs until the user leaves.
   *
   * @return whether all lines succeeded
   */
  static boolean converse(Dialogue dialogue, Completions completions) throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .completer((ignored, line, candidates) -> complete(completions, line, candidates))
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .variable(
                  LineReader.HISTORY_FILE,
                  Path.of(System.getProperty("user.home"), ".polypath_history"))
              .build();
      boolean more = true;
      while (more) {
        more = line(reader, dialogue);
      }
    }
    return dialogue.allSucceeded();
  }

  private static boolean line(LineReader reader, Dialogue dialogue) {
    try {
      return dialogue.run(reader.readLine(PROMPT));
    } catch (UserInterruptException e) {
      return true;
    } catch (EndOfFileException e) {
      return false;
    }
  }

  private static void complete(
      Completions completions, ParsedLine line, List<Candidate> candidates) {
    List<String> words =
        line.wordIndex() == 0 ? completions.commands() : completions.after(line.words().get(0));
    words.forEach(word -> candidates.add(new Candidate(word)));
  }
}
