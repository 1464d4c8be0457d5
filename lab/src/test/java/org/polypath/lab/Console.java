package org.polypath.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** What the guest's kernel and its first processes write: kept in a file, the end of it at hand. */
final class Console {
  private final Deque<String> tail = new ArrayDeque<>();
  private final int lines;

  /**
   * An empty console.
   *
   * @param lines how many lines are at hand
   */
  Console(int lines) {
    this.lines = lines;
  }

  /** Reads to the end of the stream; to be run on a thread of its own. */
  void copy(InputStream from, Path file) {
    try (BufferedReader reader =
            new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
        PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file), true)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        add(line);
        writer.println(line);
      }
    } catch (IOException e) {
      add("(console lost: " + e.getMessage() + ")");
    }
  }

  synchronized void add(String line) {
    tail.addLast(line);
    while (tail.size() > lines) {
      tail.removeFirst();
    }
  }

  /** The last lines. */
  synchronized String tail() {
    return String.join("\n", tail);
  }
}
