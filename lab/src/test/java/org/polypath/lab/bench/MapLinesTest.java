package org.polypath.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MapLinesTest {
  private static final String LISTING =
      """
      mpatha (333333330000007d0) dm-0 Linux,scsi_debug
      size=16M features='0' hwhandler='1 alua' wp=rw
      |-+- policy='service-time 0' prio=50 status=active
      | |- 0:0:0:0 sda  8:0   active ready      running
      | `- 2:0:0:0 sdaa 65:32 failed i/o timeout offline
      `-+- policy='service-time 0' prio=10 status=enabled
        `- 1:0:0:0 sdc  8:32  active ready      running
      create: 333333330000007d1 dm-1 Linux,scsi_debug
      size=16M features='0' hwhandler='0' wp=rw
      `-+- policy='round-robin 0' prio=-1 status=enabled
        `- 0:0:0:1 sdb  8:16  active undef      running
      """;

  @Test
  void readsNamesGroupsAndStates() {
    List<MapLines> maps = MapLines.parse(LISTING);

    assertThat(maps).extracting(MapLines::name).containsExactly("mpatha", "333333330000007d1");
    assertThat(maps).extracting(MapLines::device).containsExactly("dm-0", "dm-1");
    assertThat(maps.get(1).wwid()).isEqualTo("333333330000007d1");
    assertThat(maps.get(0).groups())
        .extracting(MapLines.Group::priority, MapLines.Group::status)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(50, "active"),
            org.assertj.core.groups.Tuple.tuple(10, "enabled"));
    assertThat(maps.get(0).stateOf("sda")).isEqualTo("active ready running");
    assertThat(maps.get(0).stateOf("sdaa")).isEqualTo("failed i/o timeout offline");
    assertThat(maps.get(0).stateOf("sdx")).isEmpty();
    assertThat(maps.get(0).isActive("sdaa")).isTrue();
    assertThat(maps.get(0).isActive("sdc")).isFalse();
    assertThat(maps.get(1).groupOf("sdb").selector()).isEqualTo("round-robin 0");
  }

  @Test
  void passesOverWhatIsNoMap() {
    assertThat(MapLines.parse("ok\n\nfail\n")).isEmpty();
  }
}
