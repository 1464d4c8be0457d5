package org.polypath.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColoursTest {
  @Test
  void statesAreColouredAndNothingElse() {
    assertThat(Colours.paint("sda failed faulty offline"))
        .isEqualTo(
            "sda \u001b[31mfailed\u001b[0m \u001b[31mfaulty\u001b[0m \u001b[31moffline\u001b[0m");
    assertThat(Colours.paint("active ghost"))
        .isEqualTo("\u001b[32mactive\u001b[0m \u001b[33mghost\u001b[0m");
    assertThat(Colours.paint("not well\nalready")).isEqualTo("\u001b[1mnot well\u001b[0m\nalready");
    assertThat(Colours.paint("")).isEmpty();
  }
}
