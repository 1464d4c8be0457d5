package org.polypath.lab.output;

import java.util.ArrayList;
import java.util.List;

/**
 * Commands and what was answered.
 *
 * @param answers in the order asked
 */
public record Transcript(List<Answer> answers) {
  private static final String MARK = "==== ";

  /**
   * One command's answer.
   *
   * @param command the command
   * @param text what its client printed, and in a last line its exit status
   */
  public record Answer(String command, String text) {}

  /** A script that asks commands one after the other and prints what {@link #parse} reads. */
  public static String script(String client, List<String> commands) {
    StringBuilder script = new StringBuilder();
    for (String command : commands) {
      if (command.startsWith("$ ")) {
        script.append(command.substring(2)).append(" >/dev/null\n");
      } else {
        String quoted = "'" + command.replace("'", "'\\''") + "'";
        script.append("printf '%s%s\\n' '").append(MARK).append("' ").append(quoted);
        script.append("\n").append(client).append(" -k").append(quoted);
        script.append(" </dev/null 2>&1; echo \"[exit $?]\"\n");
      }
    }
    return script.append("true\n").toString();
  }

  /** Reads what a script printed. */
  public static Transcript parse(String printed) {
    List<Answer> answers = new ArrayList<>();
    for (String part : printed.split("(?m)^" + MARK, -1)) {
      int end = part.indexOf('\n');
      if (end > 0) {
        answers.add(new Answer(part.substring(0, end), part.substring(end + 1)));
      }
    }
    return new Transcript(List.copyOf(answers));
  }
}
