package org.polypath.gogo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.api.platform.PluginDirectory.Plugin;
import org.polypath.api.platform.PluginDirectory.Use;

class PluginTableTest {
  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    Plugin asked =
        new Plugin(
            "checker",
            "tur",
            "org.polypath.checker.tur",
            "1.0.0",
            true,
            new Use(4, 1, Duration.ofMillis(6), Duration.ofMillis(3), 1),
            "");
    Plugin resting =
        new Plugin(
            "prioritizer",
            "alua",
            "x",
            "2.10.0",
            false,
            new Use(0, 0, Duration.ZERO, Duration.ZERO, 0),
            "on trial");
    assertThat(PluginTable.of(List.of(asked, resting)))
        .isEqualTo(
            """
            kind         name  version  serving  calls  faults  blocked  mean   longest  bundle                    remark
            checker      tur   1.0.0    yes      4      1       1        1.5ms  3.0ms    org.polypath.checker.tur
            prioritizer  alua  2.10.0   no       0      0       0        -      -        x                         on trial
            """);
  }
}
