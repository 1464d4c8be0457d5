package org.polypath.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jline.builtins.ScreenTerminal;

/** A program in a pseudo-terminal ({@code script(1)}), and what its screen shows. */
final class PseudoTerminal implements AutoCloseable {
  /** As lib/java.sh does: from JDK 24 on the JVM itself writes a warning without it. */
  private static final String NATIVE_ACCESS = "--enable-native-access=ALL-UNNAMED";

  private static final int COLUMNS = 100;
  private static final int ROWS = 30;
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final ScreenTerminal screen = new ScreenTerminal(COLUMNS, ROWS);
  private final StringBuilder written = new StringBuilder();
  private final Process process;
  private final OutputStream keys;

  PseudoTerminal(Path home, Map<String, String> environment, Class<?> program, String... words)
      throws IOException {
    String command =
        "stty rows %d cols %d; exec %s %s -Duser.home=%s -Dpolypath.run=%s -cp %s %s %s"
            .formatted(
                ROWS,
                COLUMNS,
                Path.of(System.getProperty("java.home"), "bin", "java"),
                NATIVE_ACCESS,
                home,
                home,
                System.getProperty("java.class.path"),
                program.getName(),
                String.join(" ", words));
    ProcessBuilder builder =
        new ProcessBuilder(List.of("script", "-qefc", command, "/dev/null"))
            .redirectErrorStream(true);
    builder.environment().put("TERM", "xterm-256color");
    builder.environment().putAll(environment);
    process = builder.start();
    keys = process.getOutputStream();
    Thread thread = new Thread(this::show, "screen");
    thread.setDaemon(true);
    thread.start();
  }

  private void show() {
    try (InputStream output = process.getInputStream()) {
      byte[] some = new byte[4096];
      for (int count = output.read(some); count >= 0; count = output.read(some)) {
        String text = new String(some, 0, count, StandardCharsets.UTF_8);
        synchronized (screen) {
          screen.write(text);
          written.append(text);
        }
      }
    } catch (IOException e) {
      // the program has ended: the screen shows what it left
      return;
    }
  }

  void type(String text) throws IOException {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  /** The lines of the screen down to the last that is not blank, without blanks at their ends. */
  List<String> lines() {
    long[] cells = new long[COLUMNS * ROWS];
    int[] cursor = new int[2];
    synchronized (screen) {
      screen.dump(cells, 0, 0, ROWS, COLUMNS, cursor);
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < cells.length; i++) {
      text.appendCodePoint((int) (cells[i] & 0xffffffffL));
      if (i % COLUMNS == COLUMNS - 1) {
        text.append('\n');
      }
    }
    return text.toString().stripTrailing().lines().map(String::stripTrailing).toList();
  }

  /** Waits for a screen; answers it. */
  List<String> await(Predicate<List<String>> wanted) throws InterruptedException {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!wanted.test(lines())) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the screen is not as expected:\n" + String.join("\n", lines()));
      }
      Thread.sleep(20);
    }
    return lines();
  }

  /** Ends the program as an impatient administrator does. */
  void terminate() {
    process.descendants().forEach(ProcessHandle::destroy);
  }

  /** All that the program wrote, control sequences included. */
  String written() {
    synchronized (screen) {
      return written.toString();
    }
  }

  int exitStatus() throws InterruptedException {
    return process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
