package org.polypath.scsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.device.Bytes;
import org.polypath.scsi.testing.Recorded;

/** Answers to REPORT TARGET PORT GROUPS are read as sg_rtpg reads them. */
class TargetPortGroupsTest {
  @Test
  void lioReportsBothGroups() {
    TargetPortGroups answer = decode(Recorded.bytes("lio-rtpg"));

    assertThat(answer.groups())
        .containsExactly(
            new TargetPortGroup(1, AccessState.OPTIMIZED, false, 0xcf, 0, List.of(1)),
            new TargetPortGroup(2, AccessState.NON_OPTIMIZED, false, 0xcf, 2, List.of(2)));
    assertThat(answer.totalLength()).isEqualTo(28);
    assertThat(answer.implicitTransitionTime()).isZero();
  }

  @Test
  void scsiDebugReportsItsOtherPortAsUnavailable() {
    TargetPortGroups answer = decode(Recorded.bytes("scsi_debug-rtpg"));

    assertThat(answer.groups())
        .containsExactly(
            new TargetPortGroup(0x100, AccessState.OPTIMIZED, false, 0x0f, 0, List.of(1)),
            new TargetPortGroup(0x180, AccessState.UNAVAILABLE, false, 0x08, 0, List.of(2)));
  }

  @Test
  void theExtendedHeaderIsRecognized() {
    TargetPortGroups answer = decode(Recorded.bytes("lio-rtpg-extended"));

    assertThat(answer.groups())
        .containsExactly(
            new TargetPortGroup(1, AccessState.OPTIMIZED, false, 0xcf, 0, List.of(1)),
            new TargetPortGroup(2, AccessState.NON_OPTIMIZED, false, 0xcf, 2, List.of()));
  }

  @Test
  void theExtendedHeaderHoldsTheTransitionTime() {
    TargetPortGroups answer = decode(Bytes.ofHex("00000010 103c0000 81010005 00000001 0000000a"));

    assertThat(answer.implicitTransitionTime()).isEqualTo(60);
    assertThat(answer.groups())
        .containsExactly(
            new TargetPortGroup(5, AccessState.NON_OPTIMIZED, true, 1, 0, List.of(10)));
  }

  @ParameterizedTest
  @CsvSource({
    "0, OPTIMIZED",
    "1, NON_OPTIMIZED",
    "2, STANDBY",
    "3, UNAVAILABLE",
    "4, LBA_DEPENDENT",
    "5, RESERVED",
    "0x0d, RESERVED",
    "0x0e, OFFLINE",
    "0x0f, TRANSITIONING",
    "0x82, STANDBY"
  })
  void everyStateCodeHasAState(String code, AccessState state) {
    int octet = Integer.decode(code);
    Bytes answer = Bytes.of(0, 0, 0, 8, octet, 0, 0, 9, 0, 0, 0, 0);

    TargetPortGroup group = decode(answer).group(9).orElseThrow();

    assertThat(group.state()).isEqualTo(state);
    assertThat(group.preferred()).isEqualTo(octet > 0x7f);
  }

  @Test
  void whatTheLengthLeavesOutIsNotRead() {
    Bytes answer = Bytes.ofHex("00000008 00000001 00000000 00000002 00000000");

    assertThat(decode(answer).groups()).extracting(TargetPortGroup::number).containsExactly(1);
  }

  @Test
  void anAnswerThatWasCutKeepsWhatIsThereAndSaysHowLongItWas() {
    Bytes answer = Bytes.ofHex("ffffffff 00000001 00000000 0100");

    TargetPortGroups groups = decode(answer);

    assertThat(groups.groups()).extracting(TargetPortGroup::number).containsExactly(1);
    assertThat(groups.totalLength()).isEqualTo(0x1_0000_0003L);
    assertThat(groups.group(2)).isEmpty();
  }

  @Test
  void lessThanALengthIsAnError() {
    assertThat(TargetPortGroups.decode(Bytes.ofHex("000000")).toOptional()).isEmpty();
  }

  private static TargetPortGroups decode(Bytes bytes) {
    return TargetPortGroups.decode(bytes).toOptional().orElseThrow();
  }
}
