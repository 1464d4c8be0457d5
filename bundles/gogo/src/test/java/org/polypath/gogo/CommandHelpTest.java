package org.polypath.gogo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandHelpTest {
  @ParameterizedTest
  @CsvSource({
    "paths, paths, true",
    "path, paths, true",
    "pathss, paths, true",
    "patsh, paths, true",
    "pbths, paths, true",
    "aths, paths, true",
    "'', p, true",
    "pts, paths, false",
    "shtap, paths, false",
    "maps, paths, false",
    "aab, aaab, true"
  })
  void aSlipIsOneLetterOrTwoSwapped(String word, String other, boolean slip) {
    assertThat(CommandHelp.isOneSlip(word, other)).isEqualTo(slip);
    assertThat(CommandHelp.isOneSlip(other, word)).isEqualTo(slip);
  }
}
