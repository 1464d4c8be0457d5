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
        terminal.puts(Capability.cursor_visible);
        terminal.puts(Capability.exit_ca_mode);
        terminal.flush();
        terminal.setAttributes(before);
      }
    }
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
    out.append(lines.size() > rows ? (lines.size() - rows) + " lines more; q leaves" : "q leaves");
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
