package org.polypath.checker.tur;

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
import org.polypath.scsi.Cdb;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;
import org.polypath.scsi.testing.Recorded;
import org.polypath.scsi.testing.Trouble;

class TurCheckerTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final ScsiOutcome GOOD = ScsiOutcome.Answered.good(Bytes.EMPTY);
  private static final ScsiOutcome ATTENTION = sense("lio-sense-state-changed");

  private final FakePathDevice device = new FakePathDevice();

  @Test
  void aGoodAnswerIsUp() {
    assertThat(check(GOOD)).isEqualTo(CheckResult.up());
    assertThat(device.commands())
        .containsExactly(new ScsiCommand(Bytes.ofHex("000000000000"), 0, TIMEOUT));
  }

  @ParameterizedTest
  @CsvSource({"0x18", "0x19", "0x98"})
  void aReservationConflictIsUp(String status) {
    assertThat(check(answer(Integer.decode(status), 0, 0)).state()).isEqualTo(PathState.UP);
  }

  @ParameterizedTest
  @CsvSource({
    "lio-sense-standby, GHOST",
    "lio-sense-transition, PENDING",
    "lio-sense-unavailable, DOWN",
    "lio-sense-offline, DOWN"
  })
  void aPortOfTheKernelsTargetIsInTheStateItSays(String recording, PathState state) {
    assertThat(check(sense(recording)).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({
    "7202040b, GHOST",
    "7202040a, PENDING",
    "72052500, DISCONNECTED",
    "700005000000000000000000 2500, DISCONNECTED",
    "72052501, DOWN",
    "7202040c, DOWN",
    "72020401, DOWN",
    "7205040b, DOWN",
    "72010000, DOWN",
    "72031100, DOWN",
    "72044400, DOWN",
    "720b4e00, DOWN",
    "'', DOWN",
    "ff, DOWN"
  })
  void senseDataDecides(String hex, PathState state) {
    assertThat(check(ScsiOutcome.Answered.checkCondition(Bytes.ofHex(hex))).state())
        .isEqualTo(state);
    assertThat(device.commands()).hasSize(1);
  }

  @Test
  void aUnitAttentionIsAskedAgainAndThenForgotten() {
    assertThat(check(ATTENTION, ATTENTION, ATTENTION, ATTENTION, GOOD)).isEqualTo(CheckResult.up());
    assertThat(device.commands()).hasSize(5);
  }

  @Test
  void aUnitAttentionThatStaysIsDown() {
    assertThat(check(ATTENTION))
        .isEqualTo(
            new CheckResult(PathState.DOWN, "TEST UNIT READY: check condition, sense 06/2a/06"));
    assertThat(device.commands()).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"1", "4", "5", "15"})
  void aPathThatTheAdapterGaveUpIsDownAtOnce(int host) {
    assertThat(check(answer(0, host, 0), GOOD).state()).isEqualTo(PathState.DOWN);
    assertThat(device.commands()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"2", "3", "6", "7", "8", "9", "10", "11", "12", "13", "14", "16", "19", "99"})
  void anotherTroubleOfTheAdapterIsAskedAgainAndThenDown(int host) {
    assertThat(check(answer(0, host, 0), GOOD)).isEqualTo(CheckResult.up());
    assertThat(check(answer(0, host, 0)).state()).isEqualTo(PathState.DOWN);
    assertThat(device.commands()).hasSize(2 + 5);
  }

  @ParameterizedTest
  @CsvSource({"2", "4", "8", "0x22", "0x28", "0x30", "0x40", "0x10"})
  void anyOtherStatusIsDown(String status) {
    assertThat(check(answer(Integer.decode(status), 0, 0)).state()).isEqualTo(PathState.DOWN);
  }

  @ParameterizedTest
  @CsvSource({"1", "4", "6", "7", "8"})
  void aTroubleOfTheDriverIsDown(int driver) {
    assertThat(check(answer(0, 0, driver)).state()).isEqualTo(PathState.DOWN);
  }

  @ParameterizedTest
  @EnumSource(DeviceFailure.class)
  void whyACommandWasNotSentDecides(DeviceFailure failure) {
    PathState state =
        switch (failure) {
          case UNSUPPORTED, NO_PERMISSION -> PathState.WILD;
          case TIMED_OUT -> PathState.TIMEOUT;
          case BUSY -> PathState.PENDING;
          case NO_MEMORY -> PathState.UNCHECKED;
          case NO_DEVICE, INPUT_OUTPUT, OTHER -> PathState.DOWN;
        };

    assertThat(check(new ScsiOutcome.NotSent(failure, "SG_IO on /dev/sda")))
        .isEqualTo(new CheckResult(state, "SG_IO on /dev/sda"));
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void everyTroubleHasItsState(Trouble trouble) {
    PathState state =
        switch (trouble) {
          case RESERVATION_CONFLICT -> PathState.UP;
          case STANDBY -> PathState.GHOST;
          case TRANSITION, EARLIER_UNDER_WAY -> PathState.PENDING;
          case NO_LOGICAL_UNIT -> PathState.DISCONNECTED;
          case TIMED_OUT -> PathState.TIMEOUT;
          case UNSUPPORTED, NO_PERMISSION -> PathState.WILD;
          case NO_MEMORY -> PathState.UNCHECKED;
          case NO_DEVICE,
              INPUT_OUTPUT,
              OTHER,
              NO_CONNECT,
              BUS_BUSY,
              HOST_TIME_OUT,
              BAD_TARGET,
              ABORT,
              HOST_ERROR,
              RESET,
              SOFT_ERROR,
              TRANSPORT_DISRUPTED,
              TRANSPORT_FAILFAST,
              DRIVER_TIMEOUT,
              DRIVER_HARD,
              STATUS_BUSY,
              TASK_SET_FULL,
              TASK_ABORTED,
              NO_SENSE_DATA,
              RECOVERED_ERROR,
              BECOMING_READY,
              INITIALIZING_COMMAND_REQUIRED,
              MANUAL_INTERVENTION_REQUIRED,
              UNAVAILABLE,
              NO_RESPONSE,
              MEDIUM_ERROR,
              HARDWARE_ERROR,
              INVALID_OPERATION_CODE,
              INVALID_FIELD,
              INACTIVE_SNAPSHOT,
              UNIT_ATTENTION,
              DATA_PROTECT,
              ABORTED_COMMAND ->
              PathState.DOWN;
        };

    assertThat(check(trouble.outcome()).state()).isEqualTo(state);
  }

  private CheckResult check(ScsiOutcome... outcomes) {
    device.answers(Cdb.testUnitReady(), outcomes);
    return new TurChecker().check(FakeRequest.on(device, TIMEOUT)).toCompletableFuture().join();
  }

  private static ScsiOutcome sense(String recording) {
    return ScsiOutcome.Answered.checkCondition(Recorded.bytes(recording));
  }

  private static ScsiOutcome answer(int status, int host, int driver) {
    return new ScsiOutcome.Answered(status, host, driver, Bytes.EMPTY, Bytes.EMPTY);
  }
}
