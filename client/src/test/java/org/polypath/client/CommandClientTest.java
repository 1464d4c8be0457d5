package org.polypath.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandClientTest {
  @ParameterizedTest
  @CsvSource({
    "show paths, true",
    "list maps, true",
    "sh, true",
    "l, true",
    "' show daemon ', true",
    "polypath \"status\", true",
    "fail path sda, false",
    "reconfigure, false",
    "multipath-command \"-v 2 -ll\", false",
    "'', false"
  })
  void whatOnlyTellsIsNotWaitedForLong(String command, boolean read) {
    assertThat(CommandClient.isRead(command)).isEqualTo(read);
  }
}
