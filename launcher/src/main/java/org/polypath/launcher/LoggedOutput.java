package org.polypath.launcher;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/**
 * Where {@code System.out} and {@code System.err} of a daemon lead: what a library prints becomes a
 * log line, one for each line printed.
 */
final class LoggedOutput extends OutputStream {
  private static final int LONGEST_LINE = 8192;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  static PrintStream stream() {
    return new PrintStream(new LoggedOutput(), true, StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void write(int octet) {
    if (octet == '\n' || line.size() >= LONGEST_LINE) {
      emit();
    }
    if (octet != '\n') {
      line.write(octet);
    }
  }

  private void emit() {
    String text = line.toString(StandardCharsets.UTF_8).strip();
    line.reset();
    if (!text.isEmpty()) {
      LoggerFactory.getLogger("output").info("printed: {}", text);
    }
  }
}
