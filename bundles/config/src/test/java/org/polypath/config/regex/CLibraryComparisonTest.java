package org.polypath.config.regex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random expressions mean what they mean to the C library, which bash asks for its {@code =~}.
 * Skipped where bash is not installed. System property {@code polypath.fuzz.seed} repeats a run.
 */
class CLibraryComparisonTest {
  private static final Path BASH = Path.of("/bin/bash");
  private static final int CASES = 2000;
  private static final String EXPRESSIONS = "aab[](()*+?{}1,|^$.\\-:!]";
  private static final String TEXTS = "aab1]-.)^$(";
  private static final String SCRIPT =
      "while IFS=$'\\t' read -r p t; do [[ $t =~ $p ]]; echo $?; done 2>/dev/null";

  @TempDir private Path directory;

  private record Case(String expression, String text) {
    /** As bash says it: 0 found, 1 not found, 2 no expression. */
    int answer() {
      return ExtendedExpression.compile(expression)
          .fold(compiled -> compiled.matches(text) ? 0 : 1, problem -> 2);
    }
  }

  @Test
  void randomExpressionsMeanTheSame() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(BASH), "bash is not installed");
    long seed = Long.getLong("polypath.fuzz.seed", System.nanoTime());
    Random random = new Random(seed);
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      cases.add(
          new Case(
              word(random, EXPRESSIONS, 1 + random.nextInt(9)),
              word(random, TEXTS, random.nextInt(6))));
    }

    List<Integer> theirs = bash(cases);

    assertThat(theirs).hasSize(CASES);
    for (int i = 0; i < CASES; i++) {
      boolean backReference = cases.get(i).expression().contains("\\1");
      if (!backReference) {
        assertThat(cases.get(i).answer())
            .as("seed %d: %s", seed, cases.get(i))
            .isEqualTo(theirs.get(i));
      }
    }
  }

  private List<Integer> bash(List<Case> cases) throws IOException, InterruptedException {
    Path input = directory.resolve("cases");
    Path output = directory.resolve("answers");
    Files.write(input, cases.stream().map(each -> each.expression() + "\t" + each.text()).toList());
    Process process =
        new ProcessBuilder(BASH.toString(), "-c", SCRIPT)
            .redirectInput(input.toFile())
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    return Files.readAllLines(output).stream().map(Integer::valueOf).toList();
  }

  private static String word(Random random, String letters, int length) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }
}
