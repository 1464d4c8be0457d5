package org.polypath.scsi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessPriorityTest {
  @ParameterizedTest
  @CsvSource({
    "OPTIMIZED, 50, 50, 130",
    "NON_OPTIMIZED, 10, 90, 90",
    "LBA_DEPENDENT, 5, 85, 85",
    "STANDBY, 1, 81, 81",
    "UNAVAILABLE, 0, 80, 80",
    "OFFLINE, 0, 80, 80",
    "TRANSITIONING, 0, 80, 80",
    "RESERVED, 0, 80, 80"
  })
  void everyStateHasItsPriority(AccessState state, int plain, int preferred, int exclusive) {
    assertThat(AccessPriority.of(state, false, "")).isEqualTo(plain);
    assertThat(AccessPriority.of(state, false, "exclusive_pref_bit")).isEqualTo(plain);
    assertThat(AccessPriority.of(state, true, "")).isEqualTo(preferred);
    assertThat(AccessPriority.of(state, true, "not_exclusive_pref_bit")).isEqualTo(preferred);
    assertThat(AccessPriority.of(state, true, " exclusive_pref_bit ")).isEqualTo(exclusive);
  }
}
