package org.polypath.api.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.path.DeviceNumber;

/** The texts are what Linux 6.1 gave for maps of scsi_debug and LIO disks. */
class MultipathTableTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 2 1 service-time 0 1 2 8:0 1 1 service-time 0 1 2 8:32 1 1",
        "0 0 1 1 service-time 0 2 2 8:0 1 1 8:32 1 1",
        "1 queue_if_no_path 0 2 2 queue-length 0 1 1 8:0 1 queue-length 0 1 1 8:32 1",
        "0 1 alua 1 1 round-robin 0 2 1 8:0 1000 8:32 1000",
        "3 retain_attached_hw_handler queue_mode bio 0 1 1 round-robin 0 1 1 254:1 1",
        "2 pg_init_retries 50 1 alua 2 1 service-time 0 3 1 65:32 1 67:64 1 69:96 1"
            + " service-time 0 3 1 8:16 1 66:48 1 68:80 1",
        "1 queue_if_no_path 0 0 0",
      })
  void whatTheKernelGivesBackIsReadAndWrittenAlike(String parameters) {
    assertThat(MultipathTable.parse(16384, parameters))
        .hasValueSatisfying(table -> assertThat(table.parameters()).isEqualTo(parameters));
  }

  @Test
  void groupsPathsAndWordsAreTold() {
    MultipathTable table =
        MultipathTable.parse(
                16384,
                "2 queue_if_no_path queue_mode 1 alua 2 2 service-time 0 1 2 8:0 1 1"
                    + " round-robin 0 2 1 8:16 1 65:32 2 ")
            .orElseThrow();
    assertThat(table.sectors()).isEqualTo(16384);
    assertThat(table.queuesWithoutPath()).isTrue();
    assertThat(table.featuresText()).isEqualTo("2 queue_if_no_path queue_mode");
    assertThat(table.hardwareHandlerText()).isEqualTo("1 alua");
    assertThat(table.initialGroup()).isEqualTo(2);
    assertThat(table.groups())
        .containsExactly(
            new TableGroup(
                "service-time",
                List.of(),
                List.of(new TablePath(new DeviceNumber(8, 0), List.of("1", "1")))),
            new TableGroup(
                "round-robin",
                List.of(),
                List.of(
                    new TablePath(new DeviceNumber(8, 16), List.of("1")),
                    new TablePath(new DeviceNumber(65, 32), List.of("2")))));
    assertThat(table.groups().get(0).selectorText()).isEqualTo("service-time 0");
  }

  @Test
  void noWordsAreShownAsNone() {
    MultipathTable table = MultipathTable.parse(8, "0 0 0 0").orElseThrow();
    assertThat(table.featuresText()).isEqualTo("0");
    assertThat(table.hardwareHandlerText()).isEqualTo("0");
    assertThat(table.queuesWithoutPath()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "nonsense",
        "0 0 1 1",
        "0 0 1 1 service-time 0 1 1 sda 1",
        "0 0 1 1 service-time 0 2 1 8:0 1",
        "0 0 1 2 service-time 0 1 1 8:0 1",
        "0 0 -1 1",
        "5 queue_if_no_path 0 1 1",
        "0 0 99999999999 1",
        "254:0 0",
      })
  void otherTextIsNoTable(String text) {
    assertThat(MultipathTable.parse(8, text)).isEmpty();
  }

  @Test
  void theInitialGroupIsOneOfTheGroups() {
    assertThatThrownBy(() -> new MultipathTable(8, List.of(), List.of(), 1, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
