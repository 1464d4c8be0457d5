package org.polypath.prioritizer.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Who runs the platform.
 *
 * @param name the user's name
 * @param isRoot whether it may run programs as anybody
 */
record RunningUser(String name, boolean isRoot) {
  /** The one of now. */
  static RunningUser current() {
    String name = System.getProperty("user.name", "");
    return new RunningUser(name, name.equals("root"));
  }

  /**
   * The words that run a program as somebody.
   *
   * @throws ProgramException if that is not possible
   */
  List<String> as(String user, List<String> words) {
    if (user.equals(name)) {
      return words;
    }
    if (!isRoot) {
      throw new ProgramException(name + " may not run it as " + user + ": run the daemon as root");
    }
    List<String> all = new ArrayList<>();
    all.add(
        SystemProgram.find("runuser")
            .orElseThrow(() -> new ProgramException("there is no runuser: install util-linux")));
    all.addAll(List.of("-u", user, "--"));
    all.addAll(words);
    return all;
  }
}
