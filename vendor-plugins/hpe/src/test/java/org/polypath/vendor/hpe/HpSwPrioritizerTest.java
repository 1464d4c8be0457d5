package org.polypath.vendor.hpe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.prioritizer.Priority;
import org.polypath.scsi.Cdb;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;
import org.polypath.scsi.testing.Trouble;

class HpSwPrioritizerTest {
  private static final ScsiOutcome READY = ScsiOutcome.Answered.good(Bytes.EMPTY);
  private static final ScsiOutcome RESET =
      ScsiOutcome.Answered.checkCondition(Bytes.ofHex("72062900"));

  private final FakePathDevice device = new FakePathDevice();

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, '', 4, good",
    "2, 0, 8, 72020402, 2, 'check condition, sense 02/04/02'",
    "2, 0, 8, 700002000000000000000000 0402, 2, 'check condition, sense 02/04/02'",
    "2, 0, 8, 72020403, 0, 'check condition, sense 02/04/03'",
    "2, 0, 8, 72050402, 0, 'check condition, sense 05/04/02'",
    "2, 0, 8, '', 0, check condition",
    "8, 0, 0, '', 0, busy",
    "0x18, 0, 0, '', 0, reservation conflict",
    "0, 1, 0, '', 0, host no connect",
    "0, 7, 0, '', 0, host error",
    "0, 0, 6, '', 0, driver timeout"
  })
  void theAnswerDecides(
      String status, int host, int driver, String sense, int priority, String message) {
    ScsiOutcome outcome =
        new ScsiOutcome.Answered(
            Integer.decode(status), host, driver, Bytes.ofHex(sense), Bytes.EMPTY);

    assertThat(prioritize(outcome)).isEqualTo(Priority.of(priority, "TEST UNIT READY: " + message));
  }

  @Test
  void aResetIsAskedAgainAndThenZero() {
    assertThat(prioritize(RESET, RESET, READY).value()).hasValue(4);
    assertThat(prioritize(RESET).value()).hasValue(0);
    assertThat(device.commands()).hasSize(3 + 5);
  }

  @ParameterizedTest
  @EnumSource(DeviceFailure.class)
  void aPathThatIsNotAskedIsZero(DeviceFailure failure) {
    assertThat(prioritize(new ScsiOutcome.NotSent(failure, "SG_IO on /dev/sda")))
        .isEqualTo(Priority.of(0, "SG_IO on /dev/sda"));
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void everyTroubleButStandingByIsZero(Trouble trouble) {
    assertThat(prioritize(trouble.outcome()).value())
        .hasValue(trouble == Trouble.INITIALIZING_COMMAND_REQUIRED ? 2 : 0);
  }

  private Priority prioritize(ScsiOutcome... outcomes) {
    device.answers(Cdb.testUnitReady(), outcomes);
    return new HpSwPrioritizer()
        .prioritize(FakeRequest.on(device, ""))
        .toCompletableFuture()
        .join();
  }
}
