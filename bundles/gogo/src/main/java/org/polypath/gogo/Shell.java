package org.polypath.gogo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;

/** A Gogo session that answers each line with text. One thread uses it. */
final class Shell implements AutoCloseable {
  /** What Gogo says of a command that it does not find. */
  private static final Pattern MISSING = Pattern.compile("Command not found: (?<name>\\S+)");

  /** What it says of one that takes no such arguments. */
  private static final Pattern WRONG_ARGUMENTS =
      Pattern.compile("Cannot coerce (?<name>[^(]+)\\(.*", Pattern.DOTALL);

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);
  private final CommandSession session;
  private final CommandHelp help;

  Shell(CommandProcessor processor, CommandHelp help) {
    this.help = help;
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

  private String reason(Exception e) {
    String message = e.getMessage();
    if (message == null || message.isEmpty()) {
      return e.getClass().getSimpleName();
    }
    Matcher missing = MISSING.matcher(message);
    if (missing.matches()) {
      return help.missing(missing.group("name"));
    }
    Matcher arguments = WRONG_ARGUMENTS.matcher(message);
    return arguments.matches() ? misused(arguments.group("name")) : message;
  }

  private String misused(String name) {
    return "wrong arguments: "
        + name
        + help.of(name).map(lines -> "\n" + lines).orElse("; no more is said of it");
  }

  private static String ended(String text) {
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }
}
