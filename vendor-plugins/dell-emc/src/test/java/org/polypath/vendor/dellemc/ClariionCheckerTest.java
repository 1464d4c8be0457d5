package org.polypath.vendor.dellemc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
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

class ClariionCheckerTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final Bytes INQUIRY = Bytes.ofHex("1201c0008000");
  private static final Bytes READ = Bytes.ofHex("28000000000000000100");
  private static final ReportPage PASSIVE = ReportPage.inState(1);
  private static final ReportPage ACTIVE = ReportPage.inState(2);
  private static final String NAME = "60060160a0b1c2d3e4f5060708090a0b";
  private static final CheckResult PASSIVE_UP = CheckResult.up().rememberForPath(NAME);
  private static final CheckResult ACTIVE_UP = PASSIVE_UP.rememberForMap("");
  private static final ScsiOutcome BLOCK = ScsiOutcome.Answered.good(Bytes.of(new byte[512]));

  private final FakePathDevice device = new FakePathDevice();

  @BeforeEach
  void theDiskCanBeRead() {
    device.answers(READ, BLOCK);
  }

  @Test
  void anActivePathThatReadsIsUp() {
    assertThat(check(ACTIVE)).isEqualTo(ACTIVE_UP);
    assertThat(device.commands())
        .hasSize(2)
        .startsWith(new ScsiCommand(INQUIRY, 128, TIMEOUT))
        .endsWith(new ScsiCommand(READ, 4096, TIMEOUT));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 255})
  void aPassivePathIsUpWithoutARead(int unitState) {
    assertThat(check(ReportPage.inState(unitState))).isEqualTo(PASSIVE_UP);
    assertThat(device.commands()).extracting(ScsiCommand::block).containsExactly(INQUIRY);
  }

  @ParameterizedTest
  @CsvSource({"28, 0x04", "28, 0x06", "28, 0x0c", "28, 0xfe", "30, 0x04", "30, 0xff"})
  void configuredForFailoverIsInOrder(int offset, String value) {
    assertThat(check(PASSIVE.with(offset, Integer.decode(value)))).isEqualTo(PASSIVE_UP);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0x83, DOWN, unit report page in unknown format",
    "9, 0x01, DOWN, unit report page in unknown format",
    "9, 0xff, DOWN, unit report page in unknown format",
    "27, 0x00, DOWN, path not correctly configured for failover",
    "27, 0x02, DOWN, path not correctly configured for failover",
    "27, 0x13, DOWN, path not correctly configured for failover",
    "28, 0x00, DOWN, path not correctly configured for failover",
    "28, 0x01, DOWN, path not correctly configured for failover",
    "28, 0x05, DOWN, path not correctly configured for failover",
    "28, 0x07, DOWN, path not correctly configured for failover",
    "30, 0x00, DOWN, path not correctly configured for failover",
    "30, 0xfb, DOWN, path not correctly configured for failover",
    "48, 0x01, SHAKY, path not available for normal operations",
    "48, 0x80, SHAKY, path not available for normal operations",
    "4, 0x00, DOWN, logical unit is unbound or LUNZ"
  })
  void aPageThatIsNotInOrderDecides(int offset, String value, PathState state, String message) {
    CheckResult result = check(ACTIVE.with(offset, Integer.decode(value)));

    assertThat(result.state()).isEqualTo(state);
    assertThat(result.message()).startsWith("VPD page 0xc0: " + message);
    assertThat(device.commands()).hasSize(1);
  }

  @Test
  void theFirstFaultOfAPageIsTold() {
    ReportPage page = ReportPage.inState(0).with(48, 1);

    assertThat(check(page).state()).isEqualTo(PathState.SHAKY);
    assertThat(check(page.with(27, 0)).message()).endsWith("configured for failover");
    assertThat(check(page.with(27, 0).with(9, 1)).message()).contains("unknown format");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 48})
  void aPageThatIsCutIsDown(int length) {
    assertThat(check(new ReportPage(ACTIVE.bytes().slice(0, length))).state())
        .isEqualTo(PathState.DOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, 8, 72052400, WILD",
    "2, 0, 8, 700005000000000000000000 2000, WILD",
    "2, 0, 8, 72010000, DOWN",
    "2, 0, 8, 72020401, DOWN",
    "2, 0, 8, '', DOWN",
    "8, 0, 0, '', DOWN",
    "0x18, 0, 0, '', DOWN",
    "0, 1, 0, '', DOWN",
    "0, 0, 6, '', DOWN"
  })
  void withoutAPageTheAnswerDecides(
      String status, int host, int driver, String sense, PathState state) {
    device.answers(INQUIRY, answer(status, host, driver, sense));

    assertThat(check().state()).isEqualTo(state);
    assertThat(device.commands()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 11, 14})
  void aTroubleOfTheTransportIsAskedAgainAndThenDown(int host) {
    ScsiOutcome trouble = answer("0", host, 0, "");

    device.answers(INQUIRY, trouble, trouble, trouble, trouble, good(PASSIVE));
    assertThat(check()).isEqualTo(PASSIVE_UP);
    device.answers(INQUIRY, trouble);
    assertThat(check().state()).isEqualTo(PathState.DOWN);
    assertThat(device.commands()).hasSize(5 + 5);
  }

  @ParameterizedTest
  @EnumSource(DeviceFailure.class)
  void whyThePageWasNotAskedForDecides(DeviceFailure failure) {
    PathState state =
        switch (failure) {
          case UNSUPPORTED, NO_PERMISSION -> PathState.WILD;
          case TIMED_OUT, BUSY -> PathState.TIMEOUT;
          case NO_DEVICE, NO_MEMORY, INPUT_OUTPUT, OTHER -> PathState.DOWN;
        };
    device.answers(INQUIRY, new ScsiOutcome.NotSent(failure, "SG_IO on /dev/sda"));

    assertThat(check()).isEqualTo(new CheckResult(state, "SG_IO on /dev/sda"));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 0, 8, 72052501, 'check condition, sense 05/25/01: inactive snapshot'",
    "2, 0, 8, 700005000000000000000000 2501, 'check condition, sense 05/25/01: inactive snapshot'",
    "2, 0, 8, 72052500, 'check condition, sense 05/25/00'",
    "2, 0, 8, 72020403, 'check condition, sense 02/04/03'",
    "2, 0, 8, 72031100, 'check condition, sense 03/11/00'",
    "8, 0, 0, '', busy",
    "0x18, 0, 0, '', reservation conflict",
    "0, 1, 0, '', host no connect",
    "0, 7, 0, '', host error",
    "0, 0, 6, '', driver timeout"
  })
  void anActivePathThatDoesNotReadIsDown(
      String status, int host, int driver, String sense, String message) {
    device.answers(READ, answer(status, host, driver, sense), BLOCK);

    CheckResult result = check(ACTIVE);

    assertThat(result.state()).isEqualTo(PathState.DOWN);
    assertThat(result.message()).isEqualTo("READ(10): " + message);
    assertThat(result.mapMemory())
        .isEqualTo(
            message.endsWith("snapshot") ? Optional.of("inactive snapshot") : Optional.empty());
  }

  @Test
  void theThirdUnitAttentionOfAReadIsDown() {
    ScsiOutcome attention = answer("2", 0, 8, "72062900");

    device.answers(READ, attention, attention, BLOCK);
    assertThat(check(ACTIVE)).isEqualTo(ACTIVE_UP);
    device.answers(READ, attention, attention, attention, BLOCK);
    assertThat(check(ACTIVE).state()).isEqualTo(PathState.DOWN);
  }

  @ParameterizedTest
  @EnumSource(DeviceFailure.class)
  void ofAReadOnlyAShortageOfMemoryIsNotThePathsFault(DeviceFailure failure) {
    PathState state = failure == DeviceFailure.NO_MEMORY ? PathState.UP : PathState.DOWN;
    device.answers(READ, new ScsiOutcome.NotSent(failure, "SG_IO on /dev/sda"));

    assertThat(check(ACTIVE))
        .isEqualTo(new CheckResult(state, "SG_IO on /dev/sda").rememberForPath(NAME));
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void everyTroubleWithThePageHasItsState(Trouble trouble) {
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
  void everyTroubleWithTheReadButShortMemoryIsDown(Trouble trouble) {
    device.answers(READ, trouble.outcome());

    assertThat(check(ACTIVE).state())
        .isEqualTo(trouble == Trouble.NO_MEMORY ? PathState.UP : PathState.DOWN);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aPathThatLeadsToAnotherUnitThanAtFirstStaysDown(int unitState) {
    device.answers(INQUIRY, good(ReportPage.inState(unitState)));
    String before = "6006016000000000000000000000000f";

    CheckResult result = check(FakeRequest.on(device, TIMEOUT).remembering(before, ""));

    assertThat(result)
        .isEqualTo(
            CheckResult.down("VPD page 0xc0: WWN has changed from " + before + " to " + NAME));
    assertThat(device.commands()).hasSize(1);
    assertThat(check(FakeRequest.on(device, TIMEOUT).remembering(NAME, "")).state())
        .isEqualTo(PathState.UP);
  }

  @Test
  void thePassivePathsOfAnInactiveSnapshotAreDownUntilItCanBeRead() {
    device.answers(READ, Trouble.INACTIVE_SNAPSHOT.outcome(), BLOCK);
    String told = check(ACTIVE).mapMemory().orElseThrow();

    device.answers(INQUIRY, good(PASSIVE));
    assertThat(check(FakeRequest.on(device, TIMEOUT).remembering(NAME, told)))
        .isEqualTo(CheckResult.down("passive path to an inactive snapshot").rememberForPath(NAME));
    String readable = check(ACTIVE).mapMemory().orElseThrow();
    device.answers(INQUIRY, good(PASSIVE));
    assertThat(check(FakeRequest.on(device, TIMEOUT).remembering(NAME, readable)))
        .isEqualTo(PASSIVE_UP);
  }

  @Test
  void aPageThatIsNotInOrderIsNotRemembered() {
    CheckResult unbound = check(ReportPage.inState(0));

    assertThat(unbound.pathMemory()).isEmpty();
    assertThat(unbound.mapMemory()).isEmpty();
  }

  private CheckResult check(ReportPage page) {
    device.answers(INQUIRY, good(page));
    return check();
  }

  private CheckResult check() {
    return check(FakeRequest.on(device, TIMEOUT));
  }

  private static CheckResult check(FakeRequest request) {
    return new ClariionChecker().check(request).toCompletableFuture().join();
  }

  private static ScsiOutcome good(ReportPage page) {
    return ScsiOutcome.Answered.good(page.bytes());
  }

  private static ScsiOutcome answer(String status, int host, int driver, String sense) {
    return new ScsiOutcome.Answered(
        Integer.decode(status), host, driver, Bytes.ofHex(sense), Bytes.EMPTY);
  }
}
