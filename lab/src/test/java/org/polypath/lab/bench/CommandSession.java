package org.polypath.lab.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.polypath.lab.Guest;

/** Command lines given one after the other, in one step of the guest. */
public final class CommandSession {
  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final String MARK = "### ";

  private CommandSession() {}

  /**
   * Gives the lines; each may be any line of shell.
   *
   * @param preparation what is run before the first
   * @return for each line its standard output, and its exit status on the last line
   */
  public static List<String> run(Guest guest, String preparation, List<String> lines) {
    StringBuilder script = new StringBuilder(preparation).append('\n');
    for (String line : lines) {
      script.append("echo '").append(MARK).append(line.replace("'", "'\\''")).append("'\n");
      script.append("( ").append(line).append(" )\n").append("echo \"status $?\"\n");
    }
    List<String> answers = new ArrayList<>();
    for (String line : guest.run(script.toString(), LIMIT).stdout().lines().toList()) {
      if (line.startsWith(MARK)) {
        answers.add("");
      } else if (!answers.isEmpty()) {
        answers.set(answers.size() - 1, answers.get(answers.size() - 1) + line + "\n");
      }
    }
    return answers;
  }
}
