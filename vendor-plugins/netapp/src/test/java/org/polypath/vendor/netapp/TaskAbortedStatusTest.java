package org.polypath.vendor.netapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiCommand;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.api.path.PathState;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;
import org.polypath.scsi.testing.Trouble;

/** What the checker {@code rdac} does when it sees a volume for the first time. */
class TaskAbortedStatusTest {
  private static final Duration TIMEOUT = Duration.ofMinutes(10);
  private static final Bytes INQUIRY = Bytes.ofHex("1201c9003000");
  private static final Bytes CURRENT = Bytes.ofHex("5a080a00000000001400");
  private static final Bytes CHANGEABLE = Bytes.ofHex("5a084a00000000001400");
  private static final Bytes SELECT = Bytes.ofHex("55010000000000001400");
  private static final Bytes WITHOUT = page("0012001000000000 8a0a 020000000000000000ff");
  private static final Bytes WITH = page("0012001000000000 8a0a 020000400000000000ff");

  private final FakePathDevice device = new FakePathDevice();

  @BeforeEach
  void thereIsAVolumeWhoseBitCanBeSet() {
    byte[] page = new byte[48];
    System.arraycopy(Bytes.ofHex("00c9002c 76616331 01").toArray(), 0, page, 0, 9);
    device.answers(INQUIRY, good(Bytes.of(page)));
    device.answers(CURRENT, good(WITHOUT));
    device.answers(CHANGEABLE, good(page("0012001000000000 8a0a 000000400000000000ff")));
    device.answers(SELECT, good(Bytes.EMPTY));
  }

  @Test
  void theBitIsAddedToThePageInForceAndSaved() {
    assertThat(firstCheck()).isEqualTo(CheckResult.up().rememberForPath("TAS set"));
    assertThat(device.commands())
        .containsExactly(
            new ScsiCommand(INQUIRY, 48, TIMEOUT),
            new ScsiCommand(CURRENT, 20, TIMEOUT),
            new ScsiCommand(CHANGEABLE, 20, TIMEOUT),
            ScsiCommand.sending(
                SELECT, page("0000000000000000 0a0a 020000400000000000ff"), TIMEOUT));
  }

  @Test
  void itIsTriedOnceForAPath() {
    String told = firstCheck().pathMemory().orElseThrow();
    int sent = device.commands().size();

    CheckResult later = check(FakeRequest.on(device, TIMEOUT).remembering(told, ""));

    assertThat(later).isEqualTo(CheckResult.up());
    assertThat(device.commands()).hasSize(sent + 1);
  }

  @Test
  void aBitThatIsSetIsLeftAlone() {
    device.answers(CURRENT, good(WITH));

    assertThat(firstCheck().pathMemory()).hasValue("TAS is set");
    assertThat(device.commands()).hasSize(2);
  }

  @Test
  void aBitThatCannotBeChangedIsLeftAlone() {
    device.answers(CHANGEABLE, good(page("0012001000000000 8a0a 0000bf00000000000000")));

    assertThat(firstCheck().pathMemory()).hasValue("TAS cannot be changed");
    assertThat(device.commands()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void noTroubleOnTheWayChangesTheState(Trouble trouble) {
    device.answers(SELECT, trouble.outcome());
    assertThat(firstCheck().state()).isEqualTo(PathState.UP);
    assertThat(firstCheck().pathMemory().orElseThrow()).startsWith("TAS not set: ");

    device.answers(CHANGEABLE, trouble.outcome());
    assertThat(firstCheck()).isEqualTo(CheckResult.up().rememberForPath("TAS cannot be changed"));

    device.answers(CURRENT, trouble.outcome());
    assertThat(firstCheck().state()).isEqualTo(PathState.UP);
    assertThat(firstCheck().pathMemory().orElseThrow()).startsWith("TAS not known: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0012001000000000 8a0a 02000000",
        "0012001000000000 880a 02000000000000000000"
      })
  void whatIsNoControlPageIsNotSentBack(String answer) {
    device.answers(CURRENT, good(Bytes.ofHex(answer)));

    assertThat(firstCheck().pathMemory().orElseThrow())
        .startsWith("TAS not known: no control mode page after the header");
    assertThat(device.commands()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"20c9002c 76616331 01", "0083002c 76616331 01"})
  void whatIsNoVolumeOfSuchAnArrayIsNotWrittenTo(String start) {
    byte[] page = new byte[48];
    System.arraycopy(Bytes.ofHex(start).toArray(), 0, page, 0, 9);
    device.answers(INQUIRY, good(Bytes.of(page)));

    assertThat(firstCheck().pathMemory()).isEqualTo(Optional.empty());
    assertThat(device.commands()).hasSize(1);
  }

  private CheckResult firstCheck() {
    return check(FakeRequest.on(device, TIMEOUT));
  }

  private static CheckResult check(FakeRequest request) {
    return new RdacChecker().check(request).toCompletableFuture().join();
  }

  private static Bytes page(String hex) {
    return Bytes.ofHex(hex);
  }

  private static ScsiOutcome good(Bytes data) {
    return ScsiOutcome.Answered.good(data);
  }
}
