package org.polypath.vendor.netapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.PathState;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;
import org.polypath.scsi.testing.Trouble;

class RdacCheckerTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final Bytes INQUIRY = Bytes.ofHex("1201c9003000");
  private static final Bytes OWNED = page(0, 0x01, 0, 0, 0);

  private static final String PREPARED = "TAS is set";

  private final FakePathDevice device = new FakePathDevice();

  @Test
  void theControllerIsAskedForItsAccess() {
    assertThat(check(good(OWNED))).isEqualTo(CheckResult.up());
    assertThat(device.commands()).containsExactly(new ScsiCommand(INQUIRY, 48, TIMEOUT));
  }

  @ParameterizedTest
  @CsvSource({
    // peripheral, flags, state, reason, other's state
    "0x20, 0x01, 0, 0, 0, DOWN, lun not connected",
    "0x7f, 0x21, 0, 0, 0, DOWN, lun not connected",
    "0x01, 0x01, 0, 0, 0, DOWN, lun not connected",
    "0x20, 0x11, 3, 2, 0, DOWN, lun not connected",
    "0, 0x11, 0x03, 0, 0, DOWN, controller unavailable",
    "0, 0x11, 0x03, 1, 0, DOWN, controller unavailable",
    "0, 0x11, 0x03, 2, 0, DOWN, controller does not respond",
    "0, 0x11, 0x03, 3, 0, DOWN, controller held in reset",
    "0, 0x11, 0x03, 4, 0, DOWN, controller firmware is being downloaded",
    "0, 0x31, 0x83, 5, 0, DOWN, controller firmware is being downloaded",
    "0, 0x31, 0xf3, 6, 0, DOWN, controller quiesced",
    "0, 0x30, 0x13, 7, 0, DOWN, controller in service mode",
    "0, 0x10, 0x03, 8, 0, DOWN, controller unavailable",
    "0, 0x11, 0x0f, 0, 0, DOWN, controller in startup sequence",
    "0, 0x11, 0x8f, 2, 0x1e, DOWN, controller in startup sequence",
    "0, 0x10, 0x0f, 0, 0x0f, GHOST, the other controller owns the volume",
    "0, 0x00, 0, 0, 0, GHOST, the other controller owns the volume",
    "0, 0xce, 3, 2, 0, GHOST, the other controller owns the volume",
    "0, 0x10, 2, 0, 0, GHOST, the other controller owns the volume"
  })
  void thePageDecides(
      String peripheral,
      String flags,
      String state,
      int reason,
      String otherState,
      PathState expected,
      String message) {
    Bytes page =
        page(
            Integer.decode(peripheral),
            Integer.decode(flags),
            Integer.decode(state),
            reason,
            Integer.decode(otherState));

    assertThat(check(good(page))).isEqualTo(new CheckResult(expected, "VPD page 0xc9: " + message));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0x01, 0, 0, 0",
    "0, 0x20, 0, 0, 0",
    "0, 0x21, 0, 0, 0",
    "0, 0xef, 0, 0, 0",
    "0x80, 0x01, 0, 0, 0",
    "0, 0x01, 0x03, 2, 0",
    "0, 0x01, 0x0f, 0, 0",
    "0, 0x11, 0x00, 2, 0",
    "0, 0x11, 0x0f, 0, 0x0f",
    "0, 0x30, 0x0f, 0, 0x3f"
  })
  void anOwnerOrASharedVolumeIsUp(
      String peripheral, String flags, String state, int reason, String otherState) {
    Bytes page =
        page(
            Integer.decode(peripheral),
            Integer.decode(flags),
            Integer.decode(state),
            reason,
            Integer.decode(otherState));

    assertThat(check(good(page))).isEqualTo(CheckResult.up());
  }

  @Test
  void aRecoveredErrorIsAnAnswer() {
    assertThat(check(answer("2", 0, 8, "72010000", OWNED))).isEqualTo(CheckResult.up());
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, 8, 72052400, WILD",
    "2, 0, 8, 700005000000000000000000 2000, WILD",
    "2, 0, 8, 72020401, DOWN",
    "2, 0, 8, 72044400, DOWN",
    "2, 0, 8, '', DOWN",
    "8, 0, 0, '', DOWN",
    "0x18, 0, 0, '', DOWN",
    "0, 1, 0, '', DOWN",
    "0, 0, 6, '', DOWN"
  })
  void anotherAnswerIsAFailure(
      String status, int host, int driver, String sense, PathState expected) {
    CheckResult result = check(answer(status, host, driver, sense, OWNED), good(OWNED));

    assertThat(result.state()).isEqualTo(expected);
    assertThat(result.message()).startsWith("VPD page 0xc9: inquiry failed: ");
    assertThat(device.commands()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 7, 11, 14})
  void aTroubleOfTheTransportIsAskedAgainAndThenDown(int host) {
    ScsiOutcome trouble = answer("0", host, 0, "", Bytes.EMPTY);

    assertThat(check(trouble, trouble, trouble, trouble, good(OWNED))).isEqualTo(CheckResult.up());
    assertThat(check(trouble).state()).isEqualTo(PathState.DOWN);
    assertThat(device.commands()).hasSize(5 + 5);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 12})
  void aPageThatIsCutIsDown(int length) {
    assertThat(check(good(OWNED.slice(0, length))))
        .isEqualTo(
            CheckResult.down(
                "VPD page 0xc9: inquiry failed: " + length + " bytes, at least 13 wanted"));
  }

  @ParameterizedTest
  @EnumSource(DeviceFailure.class)
  void whyTheCommandWasNotSentDecides(DeviceFailure failure) {
    PathState state =
        switch (failure) {
          case UNSUPPORTED, NO_PERMISSION -> PathState.WILD;
          case TIMED_OUT, BUSY -> PathState.TIMEOUT;
          case NO_DEVICE, NO_MEMORY, INPUT_OUTPUT, OTHER -> PathState.DOWN;
        };

    assertThat(check(new ScsiOutcome.NotSent(failure, "SG_IO on /dev/sda")))
        .isEqualTo(new CheckResult(state, "SG_IO on /dev/sda"));
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void everyTroubleHasItsState(Trouble trouble) {
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
              RECOVERED_ERROR, // an answer, but here without a page
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

    assertThat(check(trouble.outcome()).state()).isEqualTo(state);
  }

  private CheckResult check(ScsiOutcome... outcomes) {
    device.answers(INQUIRY, outcomes);
    return new RdacChecker()
        .check(FakeRequest.on(device, TIMEOUT).remembering(PREPARED, ""))
        .toCompletableFuture()
        .join();
  }

  private static Bytes page(int peripheral, int flags, int state, int reason, int otherState) {
    byte[] page = new byte[48];
    Bytes start =
        Bytes.of(
            peripheral, 0xc9, 0, 0x2c, 'v', 'a', 'c', '1', flags, 0, state, reason, otherState);
    System.arraycopy(start.toArray(), 0, page, 0, start.length());
    return Bytes.of(page);
  }

  private static ScsiOutcome good(Bytes data) {
    return ScsiOutcome.Answered.good(data);
  }

  private static ScsiOutcome answer(String status, int host, int driver, String sense, Bytes data) {
    return new ScsiOutcome.Answered(Integer.decode(status), host, driver, Bytes.ofHex(sense), data);
  }
}
