package org.polypath.checker.readsector0;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.PathState;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;
import org.polypath.scsi.testing.Recorded;
import org.polypath.scsi.testing.Trouble;

class ReadSector0CheckerTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final Bytes READ = Bytes.ofHex("28000000000000000100");
  private static final ScsiOutcome GOOD = ScsiOutcome.Answered.good(Bytes.of(new byte[512]));
  private static final ScsiOutcome ATTENTION =
      ScsiOutcome.Answered.checkCondition(Recorded.bytes("lio-sense-state-changed"));

  private final FakePathDevice device = new FakePathDevice();

  @Test
  void aGoodAnswerIsUp() {
    assertThat(check(GOOD)).isEqualTo(CheckResult.up());
    assertThat(device.commands()).containsExactly(new ScsiCommand(READ, 4096, TIMEOUT));
  }

  @Test
  void theThirdUnitAttentionIsDown() {
    assertThat(check(ATTENTION, ATTENTION, GOOD)).isEqualTo(CheckResult.up());
    assertThat(check(ATTENTION, ATTENTION, ATTENTION, GOOD))
        .isEqualTo(CheckResult.down("READ(10): check condition, sense 06/2a/06"));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, 8, 7202040b",
    "2, 0, 8, 72031100",
    "2, 0, 8, 72052500",
    "2, 0, 8, 72010000",
    "2, 0, 8, ''",
    "0x18, 0, 0, ''",
    "0, 1, 0, ''",
    "0, 7, 0, ''",
    "0, 0, 6, ''"
  })
  void anyOtherAnswerIsDownAtOnce(String status, int host, int driver, String sense) {
    ScsiOutcome outcome =
        new ScsiOutcome.Answered(
            Integer.decode(status), host, driver, Bytes.ofHex(sense), Bytes.EMPTY);

    assertThat(check(outcome, GOOD).state()).isEqualTo(PathState.DOWN);
    assertThat(device.commands()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(DeviceFailure.class)
  void onlyAShortageOfMemoryIsNotThePathsFault(DeviceFailure failure) {
    PathState state = failure == DeviceFailure.NO_MEMORY ? PathState.UP : PathState.DOWN;

    assertThat(check(new ScsiOutcome.NotSent(failure, "SG_IO on /dev/sda")))
        .isEqualTo(new CheckResult(state, "SG_IO on /dev/sda"));
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void everyTroubleButShortMemoryIsDown(Trouble trouble) {
    assertThat(check(trouble.outcome()).state())
        .isEqualTo(trouble == Trouble.NO_MEMORY ? PathState.UP : PathState.DOWN);
  }

  private CheckResult check(ScsiOutcome... outcomes) {
    device.answers(READ, outcomes);
    return new ReadSector0Checker()
        .check(FakeRequest.on(device, TIMEOUT))
        .toCompletableFuture()
        .join();
  }
}
