package org.polypath.api.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceNumberTest {
  @ParameterizedTest
  @ValueSource(strings = {"8:0", "65:32", "254:12", "4095:1048575", "0:0"})
  void isReadAndWrittenAlike(String text) {
    assertThat(DeviceNumber.parse(text)).map(DeviceNumber::toString).contains(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "8",
        "8:",
        ":0",
        "8:0:1",
        "-1:0",
        "8:-1",
        "4096:0",
        "8:1048576",
        "a:b",
        "8: 0"
      })
  void isEmptyForOtherText(String text) {
    assertThat(DeviceNumber.parse(text)).isEmpty();
  }

  @Test
  void isOrderedByNumberNotByText() {
    assertThat(new DeviceNumber(8, 16)).isGreaterThan(new DeviceNumber(8, 2));
    assertThat(new DeviceNumber(65, 0)).isGreaterThan(new DeviceNumber(8, 1000));
  }

  @Test
  void refusesWhatTheKernelCannotHave() {
    assertThatThrownBy(() -> new DeviceNumber(0x1000, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
