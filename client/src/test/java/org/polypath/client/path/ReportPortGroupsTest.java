package org.polypath.client.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.ScsiOutcome;
import org.polypath.client.path.PathProgramException.Failure;
import org.polypath.scsi.Cdb;
import org.polypath.scsi.testing.FakePathDevice;

class ReportPortGroupsTest {
  private final FakePathDevice path = new FakePathDevice();
  private final ReportPortGroups program = new ReportPortGroups((folder, argument) -> path);

  @Test
  void thePathsAnswerIsReported() throws Exception {
    Bytes answer = Bytes.ofHex("00000008 01000001 00000000 ffff");
    path.answers(Cdb.reportTargetPortGroups(4096), ScsiOutcome.Answered.good(answer));

    assertThat(program.run("sda")).contains("access state : 0x01\n");
    assertThat(program.run("-d", "sda")).contains("0x01 (active/non optimized)\n");
    assertThat(program.run("--hex", "sda"))
        .isEqualTo(" 00     00 00 00 08 01 00 00 01  00 00 00 00\n");
  }

  @Test
  void theExtendedHeaderIsAskedForAsSuch() throws Exception {
    Bytes answer = Bytes.ofHex("00000004 10070000");
    path.answers(Cdb.reportTargetPortGroupsExtended(4096), ScsiOutcome.Answered.good(answer));

    assertThat(program.run("-e", "sda"))
        .isEqualTo("Report target port groups:\n  Implicit transition time: 7\n");
  }

  @Test
  void aPathThatDoesNotAnswerIsAFailure() {
    assertThatThrownBy(() -> program.run("sda"))
        .isInstanceOfSatisfying(
            PathProgramException.class, e -> assertThat(e.failure()).isEqualTo(Failure.NO_REPORT))
        .hasMessageStartingWith("sda: REPORT TARGET PORT GROUPS: ");
  }

  @ParameterizedTest
  @CsvSource({"''", "-d", "sda sdb", "-x sda"})
  void wrongArgumentsAreAnsweredWithTheUsage(String line) {
    assertThatThrownBy(() -> program.run(line.isEmpty() ? new String[0] : line.split(" ")))
        .isInstanceOfSatisfying(
            PathProgramException.class, e -> assertThat(e.failure()).isEqualTo(Failure.USAGE))
        .hasMessageContaining("Usage: polypath rtpg");
  }

  @Test
  void helpIsNoFailure() throws Exception {
    assertThat(program.run("-h")).startsWith("Usage: polypath rtpg");
  }
}
