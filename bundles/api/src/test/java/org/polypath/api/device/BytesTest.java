package org.polypath.api.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BytesTest {
  private static final Bytes SAMPLE = Bytes.ofHex("00 83 00 10 ff fe fd fc fb");

  @Test
  void numbersAreBigEndianAndUnsigned() {
    assertThat(SAMPLE.u8(4)).isEqualTo(0xff);
    assertThat(SAMPLE.u16(1)).isEqualTo(0x8300);
    assertThat(SAMPLE.u32(4)).isEqualTo(0xfffefdfcL);
    assertThat(SAMPLE.u64(1)).isEqualTo(0x830010fffefdfcfbL);
  }

  @Test
  void pastTheEndThereAreZeroes() {
    assertThat(SAMPLE.u8(9)).isZero();
    assertThat(SAMPLE.u8(-1)).isZero();
    assertThat(SAMPLE.u16(8)).isEqualTo(0xfb00);
    assertThat(SAMPLE.has(8, 1)).isTrue();
    assertThat(SAMPLE.has(8, 2)).isFalse();
    assertThat(SAMPLE.has(-1, 1)).isFalse();
    assertThat(SAMPLE.has(1, Integer.MAX_VALUE)).isFalse();
  }

  @Test
  void slicesEndWhereTheBytesDo() {
    assertThat(SAMPLE.slice(7, 5)).isEqualTo(Bytes.of(0xfc, 0xfb));
    assertThat(SAMPLE.slice(20, 5)).isEqualTo(Bytes.EMPTY);
    assertThat(SAMPLE.slice(0, 100)).isEqualTo(SAMPLE);
    assertThat(SAMPLE.slice(1, Integer.MAX_VALUE).length()).isEqualTo(8);
  }

  @Test
  void doNotChangeWithTheArrayTheyCameFrom() {
    byte[] array = {1, 2};
    Bytes bytes = Bytes.of(array);
    array[0] = 9;
    bytes.toArray()[1] = 9;
    assertThat(bytes.hex()).isEqualTo("0102");
  }

  @Test
  void textIsOneCharacterAByte() {
    assertThat(Bytes.ofHex("41 e9").text()).isEqualTo("A\u00e9");
  }

  @Test
  void oddDigitsAreNoBytes() {
    assertThatThrownBy(() -> Bytes.ofHex("123")).isInstanceOf(IllegalArgumentException.class);
  }
}
