package org.polypath.gogo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.api.platform.PluginDirectory.Plugin;

class PluginTableTest {
  @Test
  void columnsAreAsWideAsTheirWidestCell() {
    assertThat(
            PluginTable.of(
                List.of(
                    new Plugin("checker", "tur", "org.polypath.checker.tur", "1.0.0", true, 0),
                    new Plugin("prioritizer", "alua", "x", "2.10.0", false, 12))))
        .isEqualTo(
            """
            kind         name  version  serving  faults  bundle
            checker      tur   1.0.0    yes      0       org.polypath.checker.tur
            prioritizer  alua  2.10.0   no       12      x
            """);
  }
}
