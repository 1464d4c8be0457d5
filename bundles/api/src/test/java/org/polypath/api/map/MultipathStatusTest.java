package org.polypath.api.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.map.StatusGroup.GroupState;
import org.polypath.api.path.DeviceNumber;

/** The texts are what Linux 6.1 gave for maps of scsi_debug disks. */
class MultipathStatusTest {
  @Test
  void twoGroupsOfOnePath() {
    MultipathStatus status =
        MultipathStatus.parse("2 0 0 0 2 1 A 0 1 2 8:0 A 0 0 1 E 0 1 2 8:32 A 0 0 1 ")
            .orElseThrow();
    assertThat(status.nextGroup()).isEqualTo(1);
    assertThat(status.hardwareHandler()).isEmpty();
    assertThat(status.groups())
        .extracting(StatusGroup::state)
        .containsExactly(GroupState.ACTIVE, GroupState.ENABLED);
    assertThat(status.path(new DeviceNumber(8, 32)))
        .contains(new StatusPath(new DeviceNumber(8, 32), false, 0, List.of("0", "1")));
    assertThat(status.path(new DeviceNumber(8, 48))).isEmpty();
  }

  @Test
  void aFailedPathAndOneThatCarriesIo() {
    MultipathStatus status =
        MultipathStatus.parse("2 1 3 1 x 1 1 A 0 2 2 8:0 F 7 0 1 8:32 A 0 4096 1").orElseThrow();
    assertThat(status.groupInitializations()).isEqualTo(3);
    assertThat(status.hardwareHandler()).containsExactly("x");
    assertThat(status.groups().get(0).paths())
        .containsExactly(
            new StatusPath(new DeviceNumber(8, 0), true, 7, List.of("0", "1")),
            new StatusPath(new DeviceNumber(8, 32), false, 0, List.of("4096", "1")));
  }

  @Test
  void roundRobinSaysNothingOfAPath() {
    MultipathStatus status = MultipathStatus.parse("2 1 0 0 1 1 E 0 1 0 254:1 A 0 ").orElseThrow();
    assertThat(status.groups().get(0).paths())
        .containsExactly(new StatusPath(new DeviceNumber(254, 1), false, 0, List.of()));
  }

  @Test
  void aDisabledGroupAndQueueLength() {
    MultipathStatus status =
        MultipathStatus.parse("2 0 0 0 2 2 D 0 1 1 8:0 A 0 0 A 0 1 1 8:32 A 2 5").orElseThrow();
    assertThat(status.groups().get(0).state()).isEqualTo(GroupState.DISABLED);
    assertThat(status.groups().get(1).paths().get(0).failCount()).isEqualTo(2);
  }

  @Test
  void aMapWithoutPathsHasNoGroups() {
    assertThat(MultipathStatus.parse("2 0 0 0 0 1"))
        .hasValueSatisfying(status -> assertThat(status.groups()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2 0",
        "2 0 0 0 1 1",
        "2 0 0 0 1 1 X 0 1 0 8:0 A 0",
        "2 0 0 0 1 1 A 0 1 0 8:0 B 0",
        "2 0 0 0 1 1 A 0 1 0 8:0 A",
        "2 a b 0 0 1",
      })
  void otherTextIsNoStatus(String text) {
    assertThat(MultipathStatus.parse(text)).isEmpty();
  }
}
