package org.polypath.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MultipathOptionsTest {
  @ParameterizedTest
  @CsvSource({
    "'', '-v 2', true, true",
    "-ll, '-v 2 -ll', true, false",
    "-l, '-v 2 -l', false, false",
    "-l -l, '-v 2 -ll', true, false",
    "-v2 -ll mpatha, '-v 2 -ll mpatha', true, false",
    "-v 0, '-v 0', true, true",
    "-d, '-v 2 -d', true, false",
    "-v1 -r, '-v 1 -r', true, true",
    "-f mpatha, '-v 2 -f mpatha', false, commands",
    "mpatha -f, '-v 2 -f mpatha', false, commands",
    "-F, '-v 2 -F', false, commands",
    "-t, '-v 2 -t', false, false",
    "-T, '-v 2 -T', false, false",
    "-d -r, '-v 2 -d', true, false",
    "-d -t, '-v 2 -t', false, false",
    "-F -l, '-v 2 -l', false, false",
    "-p multibus mpatha, '-v 2 -p multibus mpatha', true, true",
    "-R 3 -F, '-v 2 -F -R 3', false, commands",
    "-a /dev/sda, '-v 2 -a /dev/sda', false, commands",
    "-w sda, '-v 2 -w sda', false, commands",
    "-W, '-v 2 -W', false, commands",
    "-B -q -e -b /x, '-v 2', true, true"
  })
  void saysWhatToDoAndWhatThePlatformMay(
      String line, String words, boolean checks, String changes) {
    MultipathOptions options = parse(line);
    assertThat(String.join(" ", options.words(false))).isEqualTo(words);
    assertThat(options.checksPaths()).isEqualTo(checks);
    assertThat(options.changesMaps()).isEqualTo(changes);
  }

  @Test
  void theConfigurationAloneNeedsNoHost() {
    assertThat(parse("-t").needsHost()).isFalse();
    assertThat(parse("-T").needsHost()).isTrue();
    assertThat(parse("").needsHost()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-Z", "-f", "-a", "-w", "-v much", "-v", "-R x -F", "-p", "a b", "--long"})
  void whatMakesNoSenseIsRefused(String line) {
    assertThatIllegalArgumentException().isThrownBy(() -> parse(line));
  }

  @ParameterizedTest
  @CsvSource({"'', 1", "-v0, 0", "-v 2, 1", "-v3, 3", "-v4, 4", "-v9, 4", "-v 99999999999, 4"})
  void thereIsNoMoreToLogThanEverything(String line, int level) {
    assertThat(parse(line).logLevel()).isEqualTo(level);
  }

  @Test
  void aNumberBeyondBoundsIsTheGreatest() {
    assertThat(parse("-R 4000000000 -F").retries()).hasValue(Integer.MAX_VALUE);
  }

  @Test
  void theUsageNamesEveryOption() {
    assertThat(MultipathOption.values())
        .allSatisfy(
            option ->
                assertThat(MultipathOptions.usage())
                    .containsPattern("(?m)^  -" + option.letter() + "( [a-z]+)? +\\S"));
  }

  @Test
  void theUsageBeginsWithTheReleaseItIsCompatibleWith() {
    assertThat(MultipathOptions.usage()).startsWith("multipath-tools v0.9.4\nPolypath v");
  }

  private static MultipathOptions parse(String line) {
    return MultipathOptions.parse(line.isEmpty() ? new String[0] : line.split(" "));
  }
}
