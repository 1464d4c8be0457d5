package org.polypath.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifest header that makes a bundle a plug-in without code. */
class HardwareHeaderTest {
  @Test
  void aPathIsEnough() {
    assertThat(HardwareHeader.parse(" a/hardware.conf "))
        .isEqualTo(new HardwareHeader("a/hardware.conf", 100, Optional.empty()));
  }

  @Test
  void anOrderMayFollow() {
    assertThat(HardwareHeader.parse("hardware.conf; order=-7"))
        .isEqualTo(new HardwareHeader("hardware.conf", -7, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "h.conf;order=first",
        "h.conf;odrer=1",
        "h.conf;order=",
        "h.conf;order=99999999999"
      })
  void whatIsNoOrderIsComplainedOf(String header) {
    HardwareHeader parsed = HardwareHeader.parse(header);
    assertThat(parsed.path()).isEqualTo("h.conf");
    assertThat(parsed.order()).isEqualTo(100);
    assertThat(parsed.complaint().orElseThrow()).contains(header.substring("h.conf;".length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";", ";order=1"})
  void withoutAPathThereIsNoFile(String header) {
    assertThat(HardwareHeader.parse(header).path()).isEmpty();
  }
}
