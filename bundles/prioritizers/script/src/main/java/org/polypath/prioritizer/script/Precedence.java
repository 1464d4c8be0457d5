package org.polypath.prioritizer.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What sets this thread above others. A daemon runs before others and is not killed for memory, and
 * the kernel gives both on to what it starts; a program of the administrator's shall have neither.
 *
 * @param isRealTime whether it is scheduled in real time
 * @param niceness from -20, which is first, to 19
 * @param memoryScore from -1000, which is never killed for memory, to 1000
 */
record Precedence(boolean isRealTime, int niceness, int memoryScore) {
  /** Counted from the one behind the name, which is the third (proc_pid_stat(5)). */
  private static final int NICENESS = 19 - 3;

  private static final int POLICY = 41 - 3;
  private static final List<String> REAL_TIME = List.of("1", "2");

  /**
   * That of a thread.
   *
   * @param thread {@code /proc/thread-self}, or its like
   * @throws IOException if it cannot be read
   */
  static Precedence of(Path thread) throws IOException {
    String facts = Files.readString(thread.resolve("stat"));
    // the name is in brackets and may have any character in it
    String[] fields = facts.substring(facts.lastIndexOf(')') + 2).strip().split(" ", -1);
    return new Precedence(
        REAL_TIME.contains(fields[POLICY]),
        Integer.parseInt(fields[NICENESS]),
        Integer.parseInt(Files.readString(thread.resolve("oom_score_adj")).strip()));
  }

  /**
   * The words that run a program without it: each of the programs before it becomes the next. One
   * that is not installed is left out, since a priority is worth more than the order of processes.
   */
  List<String> shed(List<String> words) {
    List<String> all = new ArrayList<>();
    if (isRealTime) {
      addIfInstalled(all, "chrt", "--other", "0");
    }
    if (niceness < 0) {
      addIfInstalled(all, "nice", "-n", Integer.toString(-niceness));
    }
    if (memoryScore < 0) {
      addIfInstalled(all, "choom", "-n", "0", "--");
    }
    all.addAll(words);
    return all;
  }

  private static void addIfInstalled(List<String> all, String program, String... arguments) {
    SystemProgram.find(program)
        .ifPresent(
            file -> {
              all.add(file);
              all.addAll(List.of(arguments));
            });
  }
}
