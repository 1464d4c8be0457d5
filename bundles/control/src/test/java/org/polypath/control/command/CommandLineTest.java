package org.polypath.control.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "show paths|LIST PATHS",
        "list paths|LIST PATHS",
        "sho topo|LIST TOPOLOGY",
        "reco|RECONFIGURE",
        "show multipaths status|LIST MAPS STATUS",
        "del map x|DEL MAP",
        "remove multipath x|DEL MAP",
        "show map x topology|LIST MAP TOPOLOGY",
        "show \"daemon\" |LIST DAEMON",
        "exit|QUIT",
      })
  void wordsAreKeywordsByNameOrUniqueBeginning(String line, String keywords) throws Exception {
    assertThat(CommandLine.parse(line).keywords())
        .extracting(Keyword::name)
        .containsExactly(keywords.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "show paths format %d|%d",
        "show paths format \"%d %i\"|%d %i",
        "show paths format \"a \"\"%d\"\"\"|a \"%d\"",
        "show paths format '%d'|'%d'",
      })
  void aParameterIsOneWordOrQuotedText(String line, String parameter) throws Exception {
    assertThat(CommandLine.parse(line).parameter(Keyword.FORMAT)).isEqualTo(parameter);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bogus", "show bogus", "sho pa", "fail path sda sdb", "show 'daemon'"})
  void anUnknownLastWordAsksForHelp(String line) {
    assertThatExceptionOfType(CommandSyntaxException.class)
        .isThrownBy(() -> CommandLine.parse(line))
        .matches(CommandSyntaxException::isHelpful)
        .withMessage("not found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"show path", "show paths format", "show maps format \"%n"})
  void aMissingParameterAsksForHelp(String line) {
    assertThatExceptionOfType(CommandSyntaxException.class)
        .isThrownBy(() -> CommandLine.parse(line))
        .matches(CommandSyntaxException::isHelpful)
        .withMessage("Missing argument");
  }

  @Test
  void anyWhiteSpaceSeparatesWords() throws Exception {
    assertThat(CommandLine.parse("  show\t daemon \n").keywords())
        .containsExactly(Keyword.LIST, Keyword.DAEMON);
  }

  @Test
  void anUnknownEarlierWordFails() {
    assertThatExceptionOfType(CommandSyntaxException.class)
        .isThrownBy(() -> CommandLine.parse("sh topology"))
        .matches(failure -> !failure.isHelpful());
  }

  @Test
  void aKeywordOfOursTakesNoAbbreviationFromTheOthers() {
    assertThat(Keyword.of("lis")).contains(Keyword.LIST);
    assertThat(Keyword.of("multipath")).contains(Keyword.MAP);
    assertThat(Keyword.of("maps")).contains(Keyword.MAPS);
    assertThat(Keyword.of("s")).isEmpty();
  }
}
