package org.polypath.scsi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiOutcome;

class CommandStatusTest {
  @ParameterizedTest
  @CsvSource({
    "70000200000000000000000004 0b, 02/04/0b, false",
    "f0000200000000000000000004 0b, 02/04/0b, false",
    "71000600000000000000000029 00, 06/29/00, true",
    "7202040b, 02/04/0b, false",
    "73062900, 06/29/00, true",
    "72f2040b, 02/04/0b, false",
    "700005, 05/00/00, false",
    "7205, 05/00/00, false"
  })
  void senseDataIsReadInBothFormats(String hex, String text, boolean deferred) {
    SenseData sense = SenseData.decode(Bytes.ofHex(hex)).toOptional().orElseThrow();

    assertThat(sense).hasToString(text);
    assertThat(sense.deferred()).isEqualTo(deferred);
  }

  @ParameterizedTest
  @CsvSource({"''", "00", "7000", "72", "7f020400", "74000200"})
  void otherBytesAreNoSenseData(String hex) {
    assertThat(SenseData.decode(Bytes.ofHex(hex)).toOptional()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, good",
    "2, 0, 8, 'check condition, sense 05/25/00'",
    "0x18, 0, 0, 'reservation conflict'",
    "0x19, 0, 0, 'reservation conflict'",
    "0x98, 0, 0, 'reservation conflict'",
    "0, 1, 0, 'host no connect'",
    "0, 0x0f, 6, 'host transport failfast, driver timeout'",
    "0, 0x77, 0, 'host unknown'",
    "0x10, 0, 0, unknown",
    "0, 0, 0x10, good"
  })
  void everyTroubleIsNamed(String status, String host, String driver, String text) {
    int code = Integer.decode(status);
    Bytes sense = code == 2 ? Bytes.ofHex("72052500") : Bytes.EMPTY;

    assertThat(CommandStatus.of(answer(code, Integer.decode(host), Integer.decode(driver), sense)))
        .hasToString(text);
  }

  @Test
  void onlyNoTroubleAtAllIsGood() {
    assertThat(CommandStatus.of(ScsiOutcome.Answered.good(Bytes.EMPTY)).isGood()).isTrue();
    assertThat(CommandStatus.of(answer(2, 0, 0, Bytes.EMPTY)).isGood()).isFalse();
    assertThat(CommandStatus.of(answer(0, 3, 0, Bytes.EMPTY)).isGood()).isFalse();
    assertThat(CommandStatus.of(answer(0, 0, 8, Bytes.EMPTY)).isGood()).isFalse();
  }

  @Test
  void senseIsMatchedByKeyCodeAndQualifier() {
    CommandStatus standby =
        CommandStatus.of(ScsiOutcome.Answered.checkCondition(Bytes.ofHex("7202040b")));

    assertThat(standby.hasSense(SenseKey.NOT_READY)).isTrue();
    assertThat(standby.hasSense(SenseKey.UNIT_ATTENTION)).isFalse();
    assertThat(standby.hasSense(SenseKey.NOT_READY, 4, 0x0b)).isTrue();
    assertThat(standby.hasSense(SenseKey.NOT_READY, 4, 0x0a)).isFalse();
    assertThat(standby.hasSense(SenseKey.NOT_READY, 5, 0x0b)).isFalse();
  }

  private static ScsiOutcome.Answered answer(int status, int host, int driver, Bytes sense) {
    return new ScsiOutcome.Answered(status, host, driver, sense, Bytes.EMPTY);
  }
}
