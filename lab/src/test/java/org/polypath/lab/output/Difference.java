package org.polypath.lab.output;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One allowed difference between the reference's output and ours.
 *
 * @param command the commands that it is about
 * @param everything whether nothing of their output is compared
 * @param theirs what is replaced in the reference's output
 * @param ours what is replaced in our output
 * @param always whether it holds also where both outputs happen to be the same: what depends on
 *     time
 * @param reason why it is right
 */
public record Difference(
    Pattern command,
    boolean everything,
    List<Substitution> theirs,
    List<Substitution> ours,
    boolean always,
    String reason) {
  private static final Pattern BLANK_LINES = Pattern.compile("\n\n+");

  /** An expression and what stands in its place. */
  public record Substitution(Pattern expression, String replacement) {
    private static final String ARROW = " => ";

    static Substitution parse(String text) {
      int arrow = text.indexOf(ARROW);
      if (arrow < 0) {
        throw new IllegalArgumentException("no \"" + ARROW + "\" in: " + text);
      }
      return new Substitution(
          Pattern.compile(text.substring(0, arrow), Pattern.MULTILINE),
          text.substring(arrow + ARROW.length()).replace("\\n", "\n"));
    }

    String in(String text) {
      return expression.matcher(text).replaceAll(replacement);
    }
  }

  /** Reads the differences of a file. */
  public static List<Difference> parse(String file) {
    List<Difference> differences = new ArrayList<>();
    for (String block : BLANK_LINES.splitAsStream(file).toList()) {
      List<String> lines = block.lines().filter(line -> !line.startsWith("#")).toList();
      if (!lines.isEmpty()) {
        differences.add(of(lines));
      }
    }
    return differences;
  }

  private static Difference of(List<String> lines) {
    List<String> both = values(lines, "both:");
    List<String> reasons = values(lines, "reason:");
    List<String> commands = values(lines, "command:");
    if (commands.size() != 1 || reasons.size() != 1) {
      throw new IllegalArgumentException("no command or no reason: " + lines);
    }
    return new Difference(
        Pattern.compile(commands.get(0)),
        lines.contains("all"),
        substitutions(both, values(lines, "theirs:")),
        substitutions(both, values(lines, "ours:")),
        !both.isEmpty(),
        reasons.get(0));
  }

  private static List<String> values(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).replaceFirst("^ *", ""))
        .toList();
  }

  private static List<Substitution> substitutions(List<String> one, List<String> other) {
    List<Substitution> all = new ArrayList<>();
    one.forEach(text -> all.add(Substitution.parse(text)));
    other.forEach(text -> all.add(Substitution.parse(text)));
    return all;
  }

  /** Whether it is about a command. */
  boolean isAbout(String asked) {
    Matcher matcher = command.matcher(asked);
    return matcher.matches();
  }

  /** The reference's output without the difference. */
  String inTheirs(String output) {
    return in(output, theirs);
  }

  /** Our output without the difference. */
  String inOurs(String output) {
    return in(output, ours);
  }

  private String in(String output, List<Substitution> substitutions) {
    String result = everything ? "" : output;
    for (Substitution substitution : substitutions) {
      result = substitution.in(result);
    }
    return result;
  }
}
