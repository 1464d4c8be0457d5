package org.polypath.client;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.TerminalBuilder;

/** Lines edited on a terminal, with history and completion. */
final class Terminal implements AutoCloseable {
  private final org.jline.terminal.Terminal terminal;
  private final LineReader reader;
  private final String prompt;

  /**
   * Takes the terminal.
   *
   * @param program names the history: a file in the user's home
   * @param completer completes words
   */
  Terminal(String program, String prompt, Completer completer) throws IOException {
    this.prompt = prompt;
    terminal = TerminalBuilder.builder().system(true).build();
    reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .completer(completer)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .variable(
                LineReader.HISTORY_FILE,
                Path.of(System.getProperty("user.home"), "." + program + "_history"))
            .build();
  }

  /** The next line; empty when the user leaves. An interrupted line is an empty one. */
  Optional<String> line() {
    try {
      return Optional.of(reader.readLine(prompt));
    } catch (UserInterruptException e) {
      return Optional.of("");
    } catch (EndOfFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    terminal.close();
  }
}
