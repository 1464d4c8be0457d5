package org.polypath.lab.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputComparisonTest {
  private static final String FILE =
      """
      # a comment

      command: show daemon
      both: pid \\d+ => pid N
      reason: the process

      command: show .*
      theirs: old => new
      reason: they are old
      """;

  private final OutputComparison comparison = new OutputComparison(Difference.parse(FILE));

  @Test
  void whatMayDifferIsNoSurprise() {
    assertThat(
            comparison.surprises(
                transcript("show daemon", "pid 1 idle\n", "show x", "old\n"),
                transcript("show daemon", "pid 22 idle\n", "show x", "new\n")))
        .isEmpty();
    assertThat(comparison.unused()).isEmpty();
  }

  @Test
  void anythingElseIs() {
    assertThat(
            comparison.surprises(
                transcript("show daemon", "pid 1 idle\n"),
                transcript("show daemon", "pid 1 running\n")))
        .hasSize(1);
  }

  @Test
  void aDifferenceThatIsNoneAnyMoreIsNamed() {
    comparison.surprises(transcript("show x", "new\n"), transcript("show x", "new\n"));
    assertThat(comparison.unused())
        .contains("show .*: they are old")
        .contains("show daemon: the process");
  }

  @Test
  void aDifferenceWithoutAReasonIsRefused() {
    assertThatThrownBy(() -> Difference.parse("command: x\nall\n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whatAScriptPrintsIsReadAgain() {
    assertThat(Transcript.script("ask", List.of("a b", "$ settle", "it's")))
        .contains("ask -k'a b' </dev/null")
        .contains("settle >/dev/null")
        .contains("ask -k'it'\\''s'");
    assertThat(Transcript.parse("==== a b\nok\n[exit 0]\n==== it's\nfail\n[exit 1]\n").answers())
        .containsExactly(
            new Transcript.Answer("a b", "ok\n[exit 0]\n"),
            new Transcript.Answer("it's", "fail\n[exit 1]\n"));
  }

  private static Transcript transcript(String... commandsAndTexts) {
    List<Transcript.Answer> answers = new ArrayList<>();
    for (int i = 0; i < commandsAndTexts.length; i += 2) {
      answers.add(new Transcript.Answer(commandsAndTexts[i], commandsAndTexts[i + 1]));
    }
    return new Transcript(answers);
  }
}
