package org.polypath.lab.output;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Two transcripts of the same commands, compared but for the allowed differences. */
public final class OutputComparison {
  private final List<Difference> differences;
  private final Set<Difference> used = new HashSet<>();

  /** With these differences allowed. */
  public OutputComparison(List<Difference> differences) {
    this.differences = differences;
  }

  /** What differs beyond what may, each with its command; empty if nothing does. */
  public List<String> surprises(Transcript theirs, Transcript ours) {
    List<String> surprises = new ArrayList<>();
    for (int i = 0; i < theirs.answers().size(); i++) {
      Transcript.Answer one = theirs.answers().get(i);
      Transcript.Answer other = ours.answers().get(i);
      String expected = one.text();
      String actual = other.text();
      for (Difference difference : differences) {
        if (difference.isAbout(one.command())) {
          note(difference, expected, actual);
          expected = difference.inTheirs(expected);
          actual = difference.inOurs(actual);
        }
      }
      if (!expected.equals(actual)) {
        surprises.add("%s%n< %s%n> %s".formatted(one.command(), expected, actual));
      }
    }
    return surprises;
  }

  /** The differences that made none: they have to leave the file. */
  public List<String> unused() {
    return differences.stream()
        .filter(difference -> !used.contains(difference))
        .map(difference -> difference.command() + ": " + difference.reason())
        .toList();
  }

  private void note(Difference difference, String expected, String actual) {
    if (difference.always() || !expected.equals(actual)) {
      used.add(difference);
    }
  }
}
