package org.polypath.api.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WwidTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"3600a098038303634", "1Linux_scsi_debug_2000", "eui.0025388", "1LIO-ORG_disk/1"})
  void takesWhatDevicesHave(String text) {
    assertThat(new Wwid(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3600 1", "3600\n", "\t", "3600\u007f"})
  void refusesBlanksAndControlCharacters(String text) {
    assertThat(Wwid.isValid(text)).isFalse();
    assertThatThrownBy(() -> new Wwid(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void fitsTheKernelsUuidWithItsPrefix() {
    assertThat(Wwid.isValid("3".repeat(Wwid.MAX_LENGTH))).isTrue();
    assertThat(Wwid.isValid("3".repeat(Wwid.MAX_LENGTH + 1))).isFalse();
    assertThat("mpath-".length() + Wwid.MAX_LENGTH).isEqualTo(128);
  }
}
