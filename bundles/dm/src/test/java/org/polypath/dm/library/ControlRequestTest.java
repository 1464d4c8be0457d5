package org.polypath.dm.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Memory;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.DeviceNumber;
import org.polypath.dm.Target;

class ControlRequestTest {
  private static final DeviceNumber NUMBER = new DeviceNumber(254, 0x1234);
  private static final int PAYLOAD = 312;

  @Test
  void aResumeNamesTheDeviceFlagsAndCookie() {
    try (Memory argument = ControlRequest.on(NUMBER).flags(0xc00).event(0x1201234).argument()) {
      assertThat(argument.getInt(12)).isEqualTo(312);
      assertThat(argument.getInt(32)).isEqualTo(0x1201234);
      assertThat(ControlRequest.flags(argument)).isEqualTo(0xc00);
      assertThat(NameList.number(argument.getLong(40))).isEqualTo(NUMBER);
    }
  }

  @Test
  void aTableFollowsTheStructurePaddedToEightBytes() {
    Target target = new Target(0, 2048, "multipath", "0 0 1 1 x");
    try (Memory argument = ControlRequest.on(NUMBER).target(target).argument()) {
      assertThat(argument.getInt(12)).as("size of all").isEqualTo(312 + 56);
      assertThat(argument.getInt(16)).as("start of the table").isEqualTo(PAYLOAD);
      assertThat(argument.getInt(20)).as("targets").isEqualTo(1);
      assertThat(argument.getLong(PAYLOAD)).isZero();
      assertThat(argument.getLong(PAYLOAD + 8)).isEqualTo(2048);
      assertThat(argument.getInt(PAYLOAD + 20)).as("next target").isEqualTo(56);
      assertThat(argument.getString(PAYLOAD + 24)).isEqualTo("multipath");
      assertThat(argument.getString(PAYLOAD + 40)).isEqualTo("0 0 1 1 x");
    }
  }

  @Test
  void parametersThatFillTheirEightBytesStillEndWithAZero() {
    try (Memory argument =
        ControlRequest.on(NUMBER).target(new Target(0, 1, "linear", "12345678")).argument()) {
      assertThat(argument.size()).isEqualTo(312 + 40 + 16);
    }
  }

  @Test
  void aTargetTypeThatTheKernelHasNoRoomForIsRefused() {
    assertThatThrownBy(
            () -> ControlRequest.on(NUMBER).target(new Target(0, 1, "sixteen-bytes-xx", "")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMessageGoesToSectorZero() {
    try (Memory argument = ControlRequest.on(NUMBER).message("fail_path 8:0").argument()) {
      assertThat(argument.getLong(PAYLOAD)).isZero();
      assertThat(argument.getString(PAYLOAD + 8)).isEqualTo("fail_path 8:0");
      assertThat(argument.size()).isEqualTo(312 + 8 + 14);
    }
  }
}
