package org.polypath.gogo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs lines and prints what comes of them. */
final class Dialogue {
  private static final List<String> GOODBYES = List.of("exit", "quit");

  private final Shell shell;
  private final PrintStream out;
  private final PrintStream error;
  private boolean allSucceeded = true;

  Dialogue(Shell shell, PrintStream out, PrintStream error) {
    this.shell = shell;
    this.out = out;
    this.error = error;
  }

  /**
   * Runs every line of an input.
   *
   * @return whether all succeeded
   */
  boolean run(InputStream input) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    boolean more = true;
    while (more) {
      String line = lines.readLine();
      more = line != null && run(line);
    }
    return allSucceeded;
  }

  /**
   * Runs a line. Results go to the output, reasons of failures to the error output.
   *
   * @return whether the dialogue goes on
   */
  boolean run(String line) {
    String command = line.strip();
    if (GOODBYES.contains(command)) {
      return false;
    }
    if (!command.isEmpty()) {
      Shell.Answer answer = shell.run(command);
      PrintStream stream = answer.succeeded() ? out : error;
      stream.print(answer.text());
      // nobody is to take half an answer for a whole one; checking flushes
      boolean written = !stream.checkError();
      allSucceeded &= answer.succeeded() && written;
      return written;
    }
    return true;
  }

  boolean allSucceeded() {
    return allSucceeded;
  }
}
