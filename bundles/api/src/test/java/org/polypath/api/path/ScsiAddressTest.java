package org.polypath.api.path;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScsiAddressTest {
  @ParameterizedTest
  @ValueSource(strings = {"0:0:0:0", "2:0:1:254", "10:1:3:49409", "1:0:0:18446744073709551615"})
  void isReadAndWrittenAlike(String text) {
    assertThat(ScsiAddress.parse(text)).map(ScsiAddress::toString).contains(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0:0:0", "0:0:0:0:0", "a:0:0:0", "0:0:0:-1", "0:0:0:", " 0:0:0:0"})
  void isEmptyForOtherText(String text) {
    assertThat(ScsiAddress.parse(text)).isEmpty();
  }

  @Test
  void itsPartsAreHostChannelTargetLun() {
    assertThat(ScsiAddress.parse("1:2:3:4")).contains(new ScsiAddress(1, 2, 3, 4));
  }
}
