package org.polypath.linux.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.device.DeviceFailure;

class ErrorNumberTest {
  @ParameterizedTest
  @CsvSource({
    "25, UNSUPPORTED",
    "19, NO_DEVICE",
    "6, NO_DEVICE",
    "2, NO_DEVICE",
    "13, NO_PERMISSION",
    "1, NO_PERMISSION",
    "12, NO_MEMORY",
    "23, NO_MEMORY",
    "24, NO_MEMORY",
    "5, INPUT_OUTPUT",
    "121, INPUT_OUTPUT",
    "67, INPUT_OUTPUT",
    "61, INPUT_OUTPUT",
    "84, INPUT_OUTPUT",
    "52, INPUT_OUTPUT",
    "110, TIMED_OUT",
    "22, OTHER",
    "16, OTHER",
    "9999, OTHER",
  })
  void eachErrorNumberSaysSomethingAboutTheDevice(int number, DeviceFailure failure) {
    assertThat(ErrorNumber.failure(number)).isEqualTo(failure);
    assertThat(new SystemCallException("open /dev/sda", number, "text").failure())
        .isEqualTo(failure);
  }

  @Test
  void theMessageSaysWhatWasTriedOnWhatAndWhatTheSystemSaid() {
    assertThat(new SystemCallException("open /dev/sda", 13, "Permission denied"))
        .hasMessage("open /dev/sda: Permission denied (error number 13)");
  }
}
