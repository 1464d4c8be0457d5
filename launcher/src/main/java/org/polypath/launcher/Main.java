package org.polypath.launcher;

import java.util.List;

/** The program of the daemon and of the console: {@code Main daemon|console [option]…}. */
public final class Main {
  private Main() {}

  /** Runs until the daemon or the console ends, and ends the JVM with its status. */
  public static void main(String[] words) {
    System.exit(run(List.of(words)));
  }

  private static int run(List<String> words) {
    Readiness readiness = new Readiness(Arguments.isInBackground(words));
    try {
      Arguments.Meaning meaning = Arguments.parse(words);
      meaning.remarks().forEach(remark -> StandardError.line("multipathd: " + remark));
      return Launcher.run(meaning.properties(), readiness);
    } catch (LaunchException e) {
      readiness.refused(e.getMessage());
      StandardError.line("polypath: " + e.getMessage());
      return 1;
    }
  }
}
