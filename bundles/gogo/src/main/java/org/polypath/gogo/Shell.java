package org.polypath.gogo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;

/** A Gogo session that answers each line with text. One thread uses it. */
final class Shell implements AutoCloseable {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
  private final CommandSession session;

  Shell(CommandProcessor processor) {
    session = processor.createSession(new ByteArrayInputStream(new byte[0]), out, out);
    session.put("SCOPE", "polypath:*");
  }

  /**
   * What came of a line.
   *
   * @param succeeded whether it ran without an exception
   * @param text what it printed and answered, ended by a newline; empty if it said nothing
   */
  record Answer(boolean succeeded, String text) {}

  /** Runs a line. */
  Answer run(String line) {
    written.reset();
    try {
      Object result = session.execute(line);
      if (result != null) {
        out.print(ended(text(result)));
      }
      return answer(true);
    } catch (Exception e) {
      out.print(ended(reason(e)));
      return answer(false);
    }
  }

  @Override
  public void close() {
    session.close();
  }

  private Answer answer(boolean succeeded) {
    out.flush();
    return new Answer(succeeded, written.toString(StandardCharsets.UTF_8));
  }

  private String text(Object result) {
    return result instanceof CharSequence
        ? result.toString()
        : session.format(result, Converter.INSPECT).toString();
  }

  private static String reason(Exception e) {
    String message = e.getMessage();
    return message == null || message.isEmpty() ? e.getClass().getSimpleName() : message;
  }

  private static String ended(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }
}
