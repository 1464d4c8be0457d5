package org.polypath.checker.ccisstur;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.PathState;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;
import org.polypath.scsi.testing.Trouble;

class CcissTurCheckerTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final Bytes TEST_UNIT_READY = Bytes.ofHex("000000000000");

  private final FakePathDevice device = new FakePathDevice();

  @Test
  void aVolumeThatIsReadyIsUp() {
    assertThat(check(ScsiOutcome.Answered.good(Bytes.EMPTY))).isEqualTo(CheckResult.up());
    assertThat(device.commands()).containsExactly(new ScsiCommand(TEST_UNIT_READY, 0, TIMEOUT));
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void anyTroubleIsDownAtOnce(Trouble trouble) {
    boolean unsuitable = trouble == Trouble.UNSUPPORTED || trouble == Trouble.NO_PERMISSION;

    assertThat(check(trouble.outcome()).state())
        .isEqualTo(unsuitable ? PathState.WILD : PathState.DOWN);
    assertThat(device.commands()).hasSize(1);
  }

  @Test
  void theAnswerIsTold() {
    assertThat(check(Trouble.INITIALIZING_COMMAND_REQUIRED.outcome()))
        .isEqualTo(CheckResult.down("TEST UNIT READY: check condition, sense 02/04/02"));
    assertThat(check(Trouble.TIMED_OUT.outcome())).isEqualTo(CheckResult.down("SG_IO on /dev/sda"));
  }

  private CheckResult check(ScsiOutcome outcome) {
    device.answers(TEST_UNIT_READY, outcome);
    return new CcissTurChecker()
        .check(FakeRequest.on(device, TIMEOUT))
        .toCompletableFuture()
        .join();
  }
}
