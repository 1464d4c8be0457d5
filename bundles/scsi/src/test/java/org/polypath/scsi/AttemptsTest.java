package org.polypath.scsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.Recorded;

class AttemptsTest {
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final ScsiOutcome ATTENTION =
      ScsiOutcome.Answered.checkCondition(Recorded.bytes("lio-sense-state-changed"));
  private static final ScsiOutcome GOOD = ScsiOutcome.Answered.good(Bytes.EMPTY);

  private final FakePathDevice device = new FakePathDevice();

  @Test
  void aUnitAttentionIsFollowedByAnotherAttempt() {
    device.answers(Cdb.testUnitReady(), ATTENTION, ATTENTION, GOOD);

    assertThat(send(LONG).outcome()).isEqualTo(GOOD);
    assertThat(device.commands()).hasSize(3);
  }

  @Test
  void theFifthAttemptIsTheLast() {
    device.answers(Cdb.testUnitReady(), ATTENTION);

    assertThat(send(LONG).outcome()).isEqualTo(ATTENTION);
    assertThat(device.commands()).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 18, 19, 20, 21, 255})
  void aTroubleOfTheTransportIsFollowedByAnotherAttempt(int host) {
    device.answers(Cdb.testUnitReady(), hostStatus(host), GOOD);

    assertThat(send(LONG).outcome()).isEqualTo(GOOD);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 5, 15})
  void aPathThatIsGoneIsNotAskedAgain(int host) {
    device.answers(Cdb.testUnitReady(), hostStatus(host), GOOD);

    assertThat(send(LONG).outcome()).isEqualTo(hostStatus(host));
    assertThat(device.commands()).hasSize(1);
  }

  @Test
  void anAnswerIsFinalWhateverItSays() {
    ScsiOutcome standby = ScsiOutcome.Answered.checkCondition(Recorded.bytes("lio-sense-standby"));
    device.answers(Cdb.testUnitReady(), standby, GOOD);

    assertThat(send(LONG).outcome()).isEqualTo(standby);
  }

  @Test
  void aCommandThatWasNotSentIsNotSentAgain() {
    ScsiOutcome busy = new ScsiOutcome.NotSent(DeviceFailure.BUSY, "an earlier one is under way");
    device.answers(Cdb.testUnitReady(), busy, GOOD);

    assertThat(send(LONG).outcome()).isEqualTo(busy);
  }

  @Test
  void allAttemptsTogetherHaveTheTimeOfOne() {
    device.answers(Cdb.testUnitReady(), ATTENTION);

    send(LONG);

    assertThat(device.commands())
        .extracting(ScsiCommand::timeout)
        .isSortedAccordingTo(descending());
    assertThat(device.commands().get(0).timeout()).isEqualTo(LONG);
    assertThat(device.commands().get(4).timeout()).isLessThan(LONG);
  }

  @Test
  void withoutTimeForAnotherAttemptThePathHasTimedOut() {
    device.answers(Cdb.testUnitReady(), ATTENTION);

    // a millisecond less what the first attempt took is less than the shortest timeout
    ScsiOutcome outcome = send(Duration.ofMillis(1)).outcome();

    assertThat(outcome).isInstanceOf(ScsiOutcome.NotSent.class);
    assertThat(((ScsiOutcome.NotSent) outcome).failure()).isEqualTo(DeviceFailure.TIMED_OUT);
    assertThat(((ScsiOutcome.NotSent) outcome).text()).contains("06/2a/06");
  }

  @Test
  void theCallerMayChooseHowOftenAndWhen() {
    ScsiCommand command = new ScsiCommand(Cdb.testUnitReady(), 0, LONG);
    device.answers(Cdb.testUnitReady(), ATTENTION);

    Attempts.send(device, command, 3, status -> true).toCompletableFuture().join();
    assertThat(device.commands()).hasSize(3);

    Attempts.send(device, command, 3, status -> false).toCompletableFuture().join();
    assertThat(device.commands()).hasSize(3 + 1);
  }

  @Test
  void everyAttemptSendsThePayload() {
    Bytes list = Bytes.ofHex("0102030405060708");
    device.answers(Cdb.modeSelect10(true, false, 8), ATTENTION, GOOD);

    Attempts.send(
            device,
            ScsiCommand.sending(Cdb.modeSelect10(true, false, 8), list, LONG),
            Attempts.LIMIT,
            CommandStatus::isPassing)
        .toCompletableFuture()
        .join();

    assertThat(device.commands()).extracting(ScsiCommand::payload).containsExactly(list, list);
  }

  @Test
  void whatIsTheSameOverEveryPathIsAskedForAsShared() {
    Bytes report = Cdb.reportTargetPortGroups(64);
    device.answers(report, ATTENTION, GOOD);

    Reply reply = Attempts.sendShared(device, report, 64, LONG).toCompletableFuture().join();

    assertThat(reply.outcome()).isEqualTo(GOOD);
    assertThat(device.sharedCommands()).isEqualTo(device.commands()).hasSize(2);
    assertThat(send(LONG).outcome()).isNotNull();
    assertThat(device.sharedCommands()).hasSize(2);
  }

  @Test
  void onlyGoodAnswersAreDecoded() {
    Bytes page = Recorded.bytes("lio-vpd83");
    assertThat(wwid(ScsiOutcome.Answered.good(page))).startsWith("3600140");
    assertThat(wwid(new ScsiOutcome.Answered(0, 1, 0, Bytes.EMPTY, page)))
        .isEqualTo("host no connect");
    assertThat(wwid(new ScsiOutcome.NotSent(DeviceFailure.NO_DEVICE, "open /dev/sda: ENXIO")))
        .isEqualTo("open /dev/sda: ENXIO");
  }

  private Reply send(Duration timeout) {
    return Attempts.send(device, Cdb.testUnitReady(), 0, timeout).toCompletableFuture().join();
  }

  private static String wwid(ScsiOutcome outcome) {
    return new Reply(outcome)
        .decode(DeviceIdentification::decode)
        .flatMap(DeviceIdentification::wwid)
        .fold(Object::toString, Decoded.Malformed::text);
  }

  private static Comparator<Duration> descending() {
    return Comparator.reverseOrder();
  }

  private static ScsiOutcome hostStatus(int host) {
    return new ScsiOutcome.Answered(0, host, 0, Bytes.EMPTY, Bytes.EMPTY);
  }
}
