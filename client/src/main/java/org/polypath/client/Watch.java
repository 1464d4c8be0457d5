package org.polypath.client;

import java.io.IOException;
import java.util.List;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/**
 * {@code polypath watch}: the state of things, drawn anew every second until {@code q} is pressed.
 * Where the output is no terminal, each state that differs from the one before is printed.
 */
final class Watch {
  private static final long EVERY_MILLIS = 1000;
  private static final int INTERRUPT = 3;

  /** Where the next screen's text comes from. */
  interface Source {
    String next() throws IOException;
  }

  private Watch() {}

  static int run(Source source, boolean json) throws IOException {
    if (Streams.isTerminal(0) && Streams.isTerminal(1) && !json) {
      onTerminal(source);
    } else {
      intoPipe(source);
    }
    return 0;
  }

  private static void onTerminal(Source source) throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      Attributes before = terminal.enterRawMode();
      Thread restoring = new Thread(() -> leave(terminal, before), "terminal-restore");
      Runtime.getRuntime().addShutdownHook(restoring);
      terminal.puts(Capability.enter_ca_mode);
      terminal.puts(Capability.cursor_invisible);
      try {
        NonBlockingReader keys = terminal.reader();
        int key = 0;
        while (key != 'q' && key != INTERRUPT && key != NonBlockingReader.EOF) {
          draw(terminal, source.next());
          key = keys.read(EVERY_MILLIS);
        }
      } finally {
        if (takesBack(restoring)) {
          leave(terminal, before);
        }
      }
    }
  }

  /** Takes a hook back; false if the process ends already, and it runs. */
  private static boolean takesBack(Thread hook) {
    try {
      return Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** Who is ended by a signal leaves the terminal as it was, too. */
  private static void leave(Terminal terminal, Attributes before) {
    terminal.puts(Capability.cursor_normal);
    terminal.puts(Capability.exit_ca_mode);
    terminal.flush();
    terminal.setAttributes(before);
  }

  /** Overwrites the screen line by line: clearing it first would make it flicker. */
  private static void draw(Terminal terminal, String text) {
    List<String> lines = text.lines().toList();
    int rows = Math.max(1, terminal.getHeight() - 1);
    int columns = Math.max(1, terminal.getWidth());
    StringBuilder out = new StringBuilder("\u001b[H");
    lines.stream()
        .limit(rows)
        .forEach(line -> out.append(cut(line, columns)).append("\u001b[K\r\n"));
    out.append("\u001b[J");
    String more = lines.size() > rows ? (lines.size() - rows) + " lines more; " : "";
    out.append(cut(more + "q leaves", columns));
    terminal.writer().print(out);
    terminal.flush();
  }

  private static String cut(String line, int columns) {
    String fitting = line.length() > columns ? line.substring(0, columns) : line;
    return Colours.areWanted() ? Colours.paint(fitting) : fitting;
  }

  private static void intoPipe(Source source) throws IOException {
    String before = "";
    while (true) {
      String text = source.next();
      if (!text.equals(before)) {
        Streams.out(text);
        before = text;
      }
      try {
        Thread.sleep(EVERY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
