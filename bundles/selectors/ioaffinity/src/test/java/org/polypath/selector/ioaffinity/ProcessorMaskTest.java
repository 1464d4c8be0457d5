package org.polypath.selector.ioaffinity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProcessorMaskTest {
  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1",
    "0, 2, 4, 5",
    "1, 2, 4, a",
    "0, 1, 32, ffffffff",
    "0, 1, 33, '1,ffffffff'",
    "32, 1, 33, '1,00000000'",
    "0, 32, 65, '1,00000001,00000001'",
  })
  void itIsWrittenInPartsOf32Processors(int first, int step, int count, String text) {
    ProcessorMask mask = ProcessorMask.every(first, step, count);

    assertThat(mask.text()).isEqualTo(text);
    assertThat(ProcessorMask.parse(text)).contains(mask);
  }

  @Test
  void itHasTheProcessorsThatItWasMadeOf() {
    ProcessorMask mask = ProcessorMask.every(1, 3, 40);

    assertThat(mask.has(1)).isTrue();
    assertThat(mask.has(2)).isFalse();
    assertThat(mask.has(37)).isTrue();
    assertThat(mask.has(40)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "123456789", "1,2", ",00000001", "-1"})
  void otherTextIsNone(String text) {
    assertThat(ProcessorMask.parse(text)).isEmpty();
  }
}
