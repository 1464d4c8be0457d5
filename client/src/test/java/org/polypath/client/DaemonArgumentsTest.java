package org.polypath.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class DaemonArgumentsTest {
  @Test
  void wordsAreACommand() {
    assertThat(DaemonArguments.parse("show", "paths"))
        .isEqualTo(new DaemonArguments(true, false, "show paths"));
    assertThat(DaemonArguments.parse("-v3", "show", "paths", "-v", "2").command())
        .isEqualTo("show paths");
  }

  @Test
  void aWordWithBlanksStaysOneWord() {
    assertThat(DaemonArguments.parse("show", "paths", "format", "%d %i").command())
        .isEqualTo("show paths format \"%d %i\"");
    assertThat(DaemonArguments.parse("show", "paths", "format", "\"%d %i\"").command())
        .isEqualTo("show paths format \"%d %i\"");
    assertThat(DaemonArguments.parse("show", "paths", "format", "a \"%d\"").command())
        .isEqualTo("show paths format \"a \"\"%d\"\"\"");
    assertThat(DaemonArguments.parse("show", "paths", "format", "'%d'").command())
        .isEqualTo("show paths format '%d'");
  }

  @Test
  void aCommandMayStandInTheSameWordAsItsOption() {
    assertThat(DaemonArguments.parse("-kshow paths"))
        .isEqualTo(new DaemonArguments(true, false, "show paths"));
    assertThat(DaemonArguments.parse("-k")).isEqualTo(new DaemonArguments(true, true, ""));
    assertThat(DaemonArguments.parse("-k", "show").interactive()).isTrue();
  }

  @Test
  void withoutACommandItIsTheDaemon() {
    assertThat(Multipathd.isClient()).isFalse();
    assertThat(Multipathd.isClient("-d", "-s", "-v", "3")).isFalse();
    assertThat(Multipathd.isClient("-dsBv", "3")).isFalse();
    assertThat(Multipathd.isClient("-dsv3")).isFalse();
    assertThat(Multipathd.isClient("-sv", "3", "show", "daemon")).isTrue();
    assertThat(Multipathd.isClient("show", "daemon")).isTrue();
    assertThat(Multipathd.isClient("-k")).isTrue();
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DaemonArguments.parse("-Z"))
        .withMessage("Invalid argument '-Z'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DaemonArguments.parse("-dZ"))
        .withMessage("Invalid argument '-dZ'");
  }
}
