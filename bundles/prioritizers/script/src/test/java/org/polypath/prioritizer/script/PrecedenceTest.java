package org.polypath.prioritizer.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecedenceTest {
  private static final int REAL_TIME_PRIORITY = 40;

  @TempDir private Path thread;

  @ParameterizedTest
  @CsvSource({
    // name, policy, niceness, score
    "java, 0, 0, 0, ''",
    "java, 0, 5, 500, ''",
    "java, 2, 0, 0, chrt --other 0",
    "java, 1, 0, 0, chrt --other 0",
    "java, 0, -10, 0, nice -n 10",
    "java, 0, 0, -1000, choom -n 0 --",
    "a) R 1 (b, 2, -1, -17, chrt --other 0 nice -n 1 choom -n 0 --"
  })
  void aProgramIsStartedWithoutIt(String name, int policy, int niceness, int score, String wrapping)
      throws IOException {
    write(name, policy, niceness, score);

    List<String> words = Precedence.of(thread).shed(List.of("/rank", "sda"));

    assertThat(String.join(" ", words).replaceAll("/\\S*/(chrt|nice|choom)", "$1"))
        .isEqualTo((wrapping + " /rank sda").strip());
  }

  @Test
  void theKernelTellsOurs() throws Exception {
    String niceness = output(new ProcessBuilder("nice").start());

    assertThat(Precedence.of(Path.of("/proc/thread-self")).niceness())
        .isEqualTo(Integer.parseInt(niceness));
  }

  @Test
  void theProgramsBecomeOneAnother() throws Exception {
    List<String> words = new Precedence(true, -1, -1).shed(List.of("/bin/sh", "-c", "echo $$"));

    Process process = new ProcessBuilder(words).start();

    assertThat(output(process)).isEqualTo(Long.toString(process.pid()));
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private void write(String name, int policy, int niceness, int score) throws IOException {
    List<String> fields = new ArrayList<>(List.of("11", "(" + name + ")", "S"));
    for (int number = fields.size() + 1; number <= 52; number++) {
      fields.add(
          switch (number) {
            case 19 -> Integer.toString(niceness);
            case REAL_TIME_PRIORITY -> "10";
            case 41 -> Integer.toString(policy);
            default -> "99";
          });
    }
    Files.writeString(thread.resolve("stat"), String.join(" ", fields) + "\n");
    Files.writeString(thread.resolve("oom_score_adj"), score + "\n");
  }
}
