package org.polypath.selector.historicalservicetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryArgumentsTest {
  @ParameterizedTest
  @CsvSource({"'', 972, 0", "0, 0, 0", "1023, 1023, 0", "512 3, 512, 3"})
  void theWordsAreWeightAndThreshold(String words, int weight, long threshold) {
    assertThat(HistoryArguments.read(words.isEmpty() ? List.of() : List.of(words.split(" "))))
        .isEqualTo(new HistoryArguments(weight, threshold));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1024", "-1", "x", "1 x", "1 -2", "99999999999", "1 2 3"})
  void whatTheKernelRefusesIsRefused(String words) {
    assertThatThrownBy(() -> HistoryArguments.read(List.of(words.split(" "))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("historical-service-time ps: ");
  }

  @Test
  void aRefusalNamesTheArgument() {
    assertThatThrownBy(() -> HistoryArguments.read(List.of("1", "x")))
        .hasMessage("historical-service-time ps: invalid threshold_multiplier: x");
    assertThatThrownBy(() -> HistoryArguments.read(List.of("x")))
        .hasMessage("historical-service-time ps: invalid base_weight: x");
  }
}
