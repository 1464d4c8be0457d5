package org.polypath.daemon.effect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessorsTest {
  @ParameterizedTest
  @CsvSource({"0, 1", "0-7, 8", "'0,2-3', 4", "'0-3,8', 9", "'', 1", "nonsense, 1"})
  void theHighestPossibleOneSaysHowManyThereAre(String possible, int count) {
    assertThat(Processors.count(possible + "\n")).isEqualTo(count);
  }

  @Test
  void thereIsOneAtLeast() {
    assertThat(Processors.count()).isPositive();
  }
}
