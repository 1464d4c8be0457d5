package org.polypath.simulator.san;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskNamesTest {
  /** From the kernel's list of devices. */
  @ParameterizedTest
  @CsvSource({
    "0, sda, 8:0",
    "1, sdb, 8:16",
    "15, sdp, 8:240",
    "16, sdq, 65:0",
    "25, sdz, 65:144",
    "26, sdaa, 65:160",
    "127, sddx, 71:240",
    "128, sddy, 128:0",
    "255, sdiv, 135:240",
    "256, sdiw, 8:256",
    "702, sdaaa, 131:736"
  })
  void nameAndNumberAreTheKernels(int index, String name, String number) {
    assertThat(DiskNames.name(index)).isEqualTo(name);
    assertThat(DiskNames.number(index)).hasToString(number);
  }
}
