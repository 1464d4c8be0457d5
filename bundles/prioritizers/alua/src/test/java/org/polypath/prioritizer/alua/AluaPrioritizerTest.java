package org.polypath.prioritizer.alua;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.TargetPortGroupSupport;
import org.polypath.api.prioritizer.Priority;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;
import org.polypath.scsi.testing.Recorded;
import org.polypath.scsi.testing.Trouble;

class AluaPrioritizerTest {
  private static final Bytes REPORT = Bytes.ofHex("a30a0000 00000000 10000000");
  private static final Bytes PAGE_83 = Bytes.ofHex("120183100000");

  @ParameterizedTest
  @CsvSource({
    "lio-rtpg, 1, 50, target port group 1: OPTIMIZED",
    "lio-rtpg, 2, 10, target port group 2: NON_OPTIMIZED",
    "lio-rtpg-standby, 1, 1, target port group 1: STANDBY",
    "lio-rtpg-extended, 2, 10, target port group 2: NON_OPTIMIZED",
    "scsi_debug-rtpg, 256, 50, target port group 256: OPTIMIZED",
    "scsi_debug-rtpg, 384, 0, target port group 384: UNAVAILABLE"
  })
  void theKernelsTargetsAreRanked(String recording, int group, int priority, String message) {
    FakePathDevice device = inGroup(group).answers(REPORT, good(Recorded.bytes(recording)));

    assertThat(prioritize(device, "")).isEqualTo(Priority.of(priority, message));
    assertThat(device.commands()).extracting(ScsiCommand::block).containsExactly(REPORT);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 50",
    "1, 10",
    "2, 1",
    "3, 0",
    "4, 5",
    "5, 0",
    "0x0e, 0",
    "0x0f, 0",
    "0x80, 50",
    "0x81, 90",
    "0x82, 81",
    "0x83, 80",
    "0x84, 85",
    "0x8e, 80",
    "0x8f, 80"
  })
  void everyStateHasItsPriority(String state, int priority) {
    assertThat(prioritize(reporting(Integer.decode(state)), "").value()).hasValue(priority);
  }

  @ParameterizedTest
  @CsvSource({"0, 50", "0x80, 130", "0x81, 90", "1, 10"})
  void anExclusivePreferenceLiftsAnOptimizedPath(String state, int priority) {
    assertThat(prioritize(reporting(Integer.decode(state)), "exclusive_pref_bit").value())
        .hasValue(priority);
  }

  @Test
  void aGroupThatDiscoveryDoesNotKnowIsAskedFor() {
    FakePathDevice device =
        device(OptionalInt.empty())
            .answers(PAGE_83, good(Recorded.bytes("lio-vpd83")))
            .answers(REPORT, good(Recorded.bytes("lio-rtpg")));

    assertThat(prioritize(device, "").value()).hasValue(50);
    assertThat(device.commands()).extracting(ScsiCommand::block).containsExactly(PAGE_83, REPORT);
  }

  @Test
  void aPageWithoutAGroupIsNoPriority() {
    FakePathDevice device =
        device(OptionalInt.empty()).answers(PAGE_83, good(Bytes.ofHex("00830000")));

    assertThat(prioritize(device, ""))
        .isEqualTo(Priority.undefined("VPD page 0x83: it holds no target port group"));
  }

  @Test
  void aPageThatCannotBeReadIsNoPriority() {
    assertThat(prioritize(device(OptionalInt.empty()), ""))
        .isEqualTo(Priority.undefined("VPD page 0x83: check condition, sense 05/20/00"));
  }

  @Test
  void withoutAsymmetricAccessNothingIsSent() {
    FakePathDevice device = new FakePathDevice();

    assertThat(prioritize(device, "").value()).isEmpty();
    assertThat(device.commands()).isEmpty();
  }

  @Test
  void aChangeOfStatesBetweenTwoReportsIsAskedAgain() {
    FakePathDevice device =
        inGroup(1)
            .answers(
                REPORT,
                ScsiOutcome.Answered.checkCondition(Recorded.bytes("lio-sense-state-changed")),
                good(Recorded.bytes("lio-rtpg")));

    assertThat(prioritize(device, "").value()).hasValue(50);
    assertThat(device.commands()).hasSize(2);
  }

  @Test
  void aRejectedReportIsNoPriority() {
    FakePathDevice device =
        inGroup(1)
            .answers(
                REPORT, ScsiOutcome.Answered.checkCondition(Recorded.bytes("lio-sense-offline")));

    assertThat(prioritize(device, ""))
        .isEqualTo(
            Priority.undefined("REPORT TARGET PORT GROUPS: check condition, sense 05/24/00"));
  }

  @Test
  void aPathThatDoesNotAnswerHasNoPriority() {
    FakePathDevice device =
        inGroup(1)
            .answers(REPORT, new ScsiOutcome.NotSent(DeviceFailure.TIMED_OUT, "no answer in 30 s"));

    assertThat(prioritize(device, ""))
        .isEqualTo(Priority.undefined("REPORT TARGET PORT GROUPS: no answer in 30 s"));
  }

  @Test
  void aReportWithoutThePathsGroupIsNoPriority() {
    FakePathDevice device = inGroup(7).answers(REPORT, good(Recorded.bytes("lio-rtpg")));

    assertThat(prioritize(device, ""))
        .isEqualTo(
            Priority.undefined("REPORT TARGET PORT GROUPS: the path's group 7 is not in it"));
  }

  @Test
  void aSharedReportWithoutThePathsGroupIsFollowedByOneOfThePathItself() {
    FakePathDevice device =
        inGroup(256)
            .answers(
                REPORT, good(Recorded.bytes("lio-rtpg")), good(Recorded.bytes("scsi_debug-rtpg")));

    assertThat(prioritize(device, "").value()).hasValue(50);
    assertThat(device.commands()).extracting(ScsiCommand::block).containsExactly(REPORT, REPORT);
    assertThat(device.sharedCommands()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"00001ffc, 00002000", "ffffffff, 00010000"})
  void aReportLongerThanUsualIsAskedForAtItsLength(String length, String asked) {
    Bytes whole = Bytes.ofHex("a30a00000000" + asked + "0000");
    FakePathDevice device =
        inGroup(9)
            .answers(REPORT, good(Bytes.ofHex(length + "00000001 00000000")))
            .answers(whole, good(Bytes.ofHex(length + "00000001 00000000 01000009 00000000")));

    assertThat(prioritize(device, "").value()).hasValue(10);
    assertThat(device.commands())
        .containsExactly(
            new ScsiCommand(REPORT, 4096, Duration.ofMinutes(10)),
            new ScsiCommand(whole, Integer.parseInt(asked, 16), Duration.ofMinutes(10)));
  }

  @Test
  void aReportThatIsNoneIsNoPriority() {
    FakePathDevice device = inGroup(1).answers(REPORT, good(Bytes.EMPTY));

    assertThat(prioritize(device, "").value()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void noTroubleGivesAPriority(Trouble trouble) {
    assertThat(prioritize(inGroup(1).answers(REPORT, trouble.outcome()), "").value()).isEmpty();
    assertThat(
            prioritize(device(OptionalInt.empty()).answers(PAGE_83, trouble.outcome()), "").value())
        .isEmpty();
  }

  @Test
  void theReportServesAllPathsOfTheUnitThePageOnlyThisOne() {
    FakePathDevice device =
        device(OptionalInt.empty())
            .answers(PAGE_83, good(Recorded.bytes("lio-vpd83")))
            .answers(REPORT, good(Recorded.bytes("lio-rtpg")));

    prioritize(device, "");

    assertThat(device.sharedCommands()).extracting(ScsiCommand::block).containsExactly(REPORT);
  }

  private static FakePathDevice reporting(int state) {
    return inGroup(3).answers(REPORT, good(Bytes.of(0, 0, 0, 8, state, 0, 0, 3, 0, 0, 0, 0)));
  }

  private static FakePathDevice inGroup(int number) {
    return device(OptionalInt.of(number));
  }

  private static FakePathDevice device(OptionalInt group) {
    return new FakePathDevice(
        PathFacts.named("sda", new DeviceNumber(8, 0))
            .targetPortGroup(TargetPortGroupSupport.BOTH, group)
            .build());
  }

  private static ScsiOutcome good(Bytes data) {
    return ScsiOutcome.Answered.good(data);
  }

  private static Priority prioritize(FakePathDevice device, String arguments) {
    return new AluaPrioritizer()
        .prioritize(FakeRequest.on(device, arguments))
        .toCompletableFuture()
        .join();
  }
}
