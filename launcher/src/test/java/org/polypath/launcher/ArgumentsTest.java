package org.polypath.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  private static Arguments.Meaning parse(String line) throws LaunchException {
    return Arguments.parse(List.of(line.split(" ", -1)));
  }

  @Test
  void everyOptionOfTheReferencesDaemonIsUnderstood() throws LaunchException {
    Arguments.Meaning meaning = parse("daemon -d -s -v 3 -B -n -w");
    assertThat(meaning.properties())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                PropertyNames.MODE,
                "daemon",
                PropertyNames.LOG_WITHOUT_TIME,
                "true",
                PropertyNames.VERBOSITY,
                "3",
                PropertyNames.BINDINGS_READ_ONLY,
                "true"));
    assertThat(meaning.remarks())
        .hasSize(2)
        .allMatch(remark -> remark.matches("option -[nw] is ignored: .+"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"daemon -dsBv3", "daemon -dsB -v3", "daemon -sBdv 3", "daemon -Bs -v 3"})
  void lettersMayStandTogether(String line) throws LaunchException {
    assertThat(parse(line).properties()).isEqualTo(parse("daemon -s -B -v 3").properties());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Z", "-dZ", "--long", "-", "word", "-s-B"})
  void whatIsUnknownIsNamed(String word) {
    assertThatThrownBy(() -> parse("daemon " + word))
        .isInstanceOf(LaunchException.class)
        .hasMessage("Invalid argument '" + word + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"daemon -v", "daemon -dv"})
  void aMissingValueIsSaid(String line) {
    assertThatThrownBy(() -> parse(line))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("a value is missing");
  }

  @Test
  void sourcesAreNamed() throws LaunchException {
    assertThat(parse("console --san").properties())
        .containsEntry(PropertyNames.MODE, "console")
        .containsEntry(PropertyNames.SOURCE, "simulator");
    assertThat(parse("daemon --host --background").properties())
        .containsEntry(PropertyNames.SOURCE, "linux");
  }

  @Test
  void whoeverWaitsIsAnsweredAlsoIfTheWordsMakeNoSense() {
    assertThat(Arguments.isInBackground(List.of("daemon", "-Z", "--background"))).isTrue();
    assertThat(Arguments.isInBackground(List.of("daemon", "-d"))).isFalse();
  }
}
