package org.polypath.dm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polypath.api.map.UdevHints;

class UdevFlagsTest {
  @Test
  void hintsAreTheSubsystemsFlagsAndNodesAreUdevs() {
    assertThat(UdevFlags.of(UdevHints.NONE)).isEqualTo(0x0020);
    assertThat(UdevFlags.of(new UdevHints(true, false, false))).isEqualTo(0x0120);
    assertThat(UdevFlags.of(new UdevHints(false, true, false))).isEqualTo(0x0220);
    assertThat(UdevFlags.of(new UdevHints(false, false, true))).isEqualTo(0x0420);
  }
}
