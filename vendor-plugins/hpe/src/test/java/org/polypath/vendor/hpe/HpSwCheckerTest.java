package org.polypath.vendor.hpe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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
import org.polypath.scsi.testing.Trouble;

class HpSwCheckerTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final Bytes INQUIRY = Bytes.ofHex("12018000ff00");
  private static final ScsiOutcome SERIAL =
      ScsiOutcome.Answered.good(Bytes.ofHex("00800004 41424344"));
  private static final ScsiOutcome READY = ScsiOutcome.Answered.good(Bytes.EMPTY);
  private static final ScsiOutcome ATTENTION = sense("72062900");

  private final FakePathDevice device = new FakePathDevice();

  @Test
  void aDiskThatIsReadyIsUp() {
    device.answers(INQUIRY, SERIAL).answers(Cdb.testUnitReady(), READY);

    assertThat(check()).isEqualTo(CheckResult.up());
    assertThat(device.commands())
        .extracting(ScsiCommand::block, ScsiCommand::responseLength)
        .containsExactly(tuple(INQUIRY, 255), tuple(Cdb.testUnitReady(), 0));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, 8, 72020402",
    "2, 0, 8, 7202040b",
    "2, 0, 8, 72031100",
    "2, 0, 8, 72052500",
    "2, 0, 8, ''",
    "8, 0, 0, ''",
    "0x18, 0, 0, ''",
    "0, 1, 0, ''",
    "0, 7, 0, ''",
    "0, 0, 6, ''"
  })
  void aDiskThatAnswersButIsNotReadyIsAGhost(String status, int host, int driver, String sense) {
    device
        .answers(INQUIRY, SERIAL)
        .answers(Cdb.testUnitReady(), answer(status, host, driver, sense));

    assertThat(check().state()).isEqualTo(PathState.GHOST);
  }

  @Test
  void theSenseDataOfAGhostIsTold() {
    device.answers(INQUIRY, SERIAL).answers(Cdb.testUnitReady(), sense("72020402"));

    assertThat(check())
        .isEqualTo(
            new CheckResult(PathState.GHOST, "TEST UNIT READY: check condition, sense 02/04/02"));
  }

  @Test
  void aUnitAttentionIsAskedAgain() {
    device.answers(INQUIRY, SERIAL).answers(Cdb.testUnitReady(), ATTENTION, ATTENTION, READY);

    assertThat(check()).isEqualTo(CheckResult.up());
    assertThat(device.commands()).hasSize(1 + 3);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, 8, 72052400, WILD",
    "2, 0, 8, 700005000000000000000000 2000, WILD",
    "2, 0, 8, 72020402, DOWN",
    "2, 0, 8, 72044400, DOWN",
    "2, 0, 8, ff, DOWN",
    "8, 0, 0, '', DOWN",
    "0, 1, 0, '', DOWN",
    "0, 7, 0, '', DOWN",
    "0, 0, 6, '', DOWN"
  })
  void aDiskWithoutASerialNumberIsNotAskedFurther(
      String status, int host, int driver, String sense, PathState state) {
    device
        .answers(INQUIRY, answer(status, host, driver, sense))
        .answers(Cdb.testUnitReady(), READY);

    assertThat(check().state()).isEqualTo(state);
    assertThat(device.commands()).extracting(ScsiCommand::block).containsOnly(INQUIRY);
  }

  @ParameterizedTest
  @EnumSource(DeviceFailure.class)
  void whyACommandWasNotSentDecides(DeviceFailure failure) {
    PathState state =
        switch (failure) {
          case UNSUPPORTED, NO_PERMISSION -> PathState.WILD;
          case TIMED_OUT, BUSY -> PathState.TIMEOUT;
          case NO_DEVICE, NO_MEMORY, INPUT_OUTPUT, OTHER -> PathState.DOWN;
        };
    ScsiOutcome notSent = new ScsiOutcome.NotSent(failure, "SG_IO on /dev/sda");
    CheckResult expected = new CheckResult(state, "SG_IO on /dev/sda");

    device.answers(INQUIRY, notSent);
    assertThat(check()).isEqualTo(expected);
    device.answers(INQUIRY, SERIAL).answers(Cdb.testUnitReady(), notSent);
    assertThat(check()).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void everyTroubleWithTheSerialNumberHasItsState(Trouble trouble) {
    PathState state =
        switch (trouble) {
          case UNSUPPORTED,
              NO_PERMISSION,
              INVALID_OPERATION_CODE,
              INVALID_FIELD,
              NO_LOGICAL_UNIT,
              INACTIVE_SNAPSHOT ->
              PathState.WILD;
          case TIMED_OUT, EARLIER_UNDER_WAY -> PathState.TIMEOUT;
          case NO_DEVICE,
              NO_MEMORY,
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
              RESERVATION_CONFLICT,
              TASK_SET_FULL,
              TASK_ABORTED,
              NO_SENSE_DATA,
              RECOVERED_ERROR,
              BECOMING_READY,
              INITIALIZING_COMMAND_REQUIRED,
              MANUAL_INTERVENTION_REQUIRED,
              TRANSITION,
              STANDBY,
              UNAVAILABLE,
              NO_RESPONSE,
              MEDIUM_ERROR,
              HARDWARE_ERROR,
              UNIT_ATTENTION,
              DATA_PROTECT,
              ABORTED_COMMAND ->
              PathState.DOWN;
        };
    device.answers(INQUIRY, trouble.outcome());

    assertThat(check().state()).isEqualTo(state);
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void anyAnswerThatTheDiskIsNotReadyIsGhost(Trouble trouble) {
    device.answers(INQUIRY, SERIAL).answers(Cdb.testUnitReady(), trouble.outcome());
    boolean answered = trouble.outcome() instanceof ScsiOutcome.Answered;

    assertThat(check().state() == PathState.GHOST).isEqualTo(answered);
  }

  private CheckResult check() {
    return new HpSwChecker().check(FakeRequest.on(device, TIMEOUT)).toCompletableFuture().join();
  }

  private static ScsiOutcome sense(String hex) {
    return ScsiOutcome.Answered.checkCondition(Bytes.ofHex(hex));
  }

  private static ScsiOutcome answer(String status, int host, int driver, String sense) {
    return new ScsiOutcome.Answered(
        Integer.decode(status), host, driver, Bytes.ofHex(sense), Bytes.EMPTY);
  }
}
