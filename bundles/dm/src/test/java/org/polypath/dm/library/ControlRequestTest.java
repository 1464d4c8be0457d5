package org.polypath.dm.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Memory;
import org.junit.jupiter.api.Test;
import org.polypath.dm.Target;

class ControlRequestTest {
  private static final String UUID = "mpath-3600a098000a1";
  private static final int PAYLOAD = 312;

  @Test
  void aDeviceIsFoundByItsUuidAndByNothingElse() {
    try (Memory argument = ControlRequest.on(UUID).argument()) {
      assertThat(argument.getLong(40)).as("number").isZero();
      assertThat(argument.getString(48)).as("name").isEmpty();
      assertThat(argument.getString(176)).as("UUID").isEqualTo(UUID);
    }
  }

  @Test
  void aUuidIsWrittenAsTheLibraryWritesIt() {
    try (Memory argument = ControlRequest.on("part1-mpath-1LIO (a)/\u00e9#+-.:=@_").argument()) {
      assertThat(argument.getString(176))
          .isEqualTo("part1-mpath-1LIO\\x20\\x28a\\x29\\x2f\\xc3\\xa9#+-.:=@_");
    }
  }

  @Test
  void aUuidThatTheKernelHasNoRoomForIsRefused() {
    assertThatThrownBy(() -> ControlRequest.on("/".repeat(33)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyWaitingForEventsAsksForAnInterfaceNewerThanTheFirst() {
    try (Memory resume = ControlRequest.on(UUID).argument();
        Memory arm = ControlRequest.armPoll().argument()) {
      assertThat(resume.getInt(0)).isEqualTo(4);
      assertThat(resume.getInt(4)).isZero();
      assertThat(arm.getInt(0)).isEqualTo(4);
      assertThat(arm.getInt(4)).isEqualTo(37);
    }
  }

  @Test
  void aResumeSaysFlagsAndCookie() {
    try (Memory argument = ControlRequest.on(UUID).flags(0xc00).event(0x1201234).argument()) {
      assertThat(argument.getInt(12)).isEqualTo(312);
      assertThat(argument.getInt(32)).isEqualTo(0x1201234);
      assertThat(ControlRequest.flags(argument)).isEqualTo(0xc00);
    }
  }

  @Test
  void aTableFollowsTheStructurePaddedToEightBytes() {
    Target target = new Target(0, 2048, "multipath", "0 0 1 1 x");
    try (Memory argument = ControlRequest.on(UUID).target(target).argument()) {
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
        ControlRequest.on(UUID).target(new Target(0, 1, "linear", "12345678")).argument()) {
      assertThat(argument.size()).isEqualTo(312 + 40 + 16);
    }
  }

  @Test
  void aTargetTypeThatTheKernelHasNoRoomForIsRefused() {
    assertThatThrownBy(
            () -> ControlRequest.on(UUID).target(new Target(0, 1, "sixteen-bytes-xx", "")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMessageGoesToSectorZero() {
    try (Memory argument = ControlRequest.on(UUID).message("fail_path 8:0").argument()) {
      assertThat(argument.getLong(PAYLOAD)).isZero();
      assertThat(argument.getString(PAYLOAD + 8)).isEqualTo("fail_path 8:0");
      assertThat(argument.size()).isEqualTo(312 + 8 + 14);
    }
  }
}
