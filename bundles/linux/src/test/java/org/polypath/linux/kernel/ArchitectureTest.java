package org.polypath.linux.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {
  @ParameterizedTest
  @CsvSource({
    "amd64, 16384, 17",
    "s390x, 16384, 17",
    "riscv64, 16384, 17",
    "aarch64, 65536, 17",
    "ppc64le, 131072, 21",
  })
  void numbersAreTheKernelsForTheArchitecture(String name, int direct, int peerCredentials) {
    assertThat(Architecture.of(name)).isEqualTo(new Architecture(direct, peerCredentials));
  }
}
