package org.polypath.dm.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogFormatTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no arguments | true",
        "100%% | true",
        "%s: %d %u %#x %-5s %08lx %lld %llu %p %c | true",
        "dm %s %s%s %s%.0d%s%.0d%s%s%s [%s] (*%u) | true",
        "%*d %.*s | true",
        "%s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s | true",
        "%s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s %s | false",
        "%f | false",
        "%n | false",
        "odd % | false",
        "%d %w %d | false",
      })
  void onlyIntegersAndPointersAreWordsAndNotTooMany(String format, boolean takesWords) {
    assertThat(LogFormat.takesWords(format, 16)).isEqualTo(takesWords);
  }
}
