package org.polypath.checker.directio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.path.PathState;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;

class DirectioCheckerTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final FakePathDevice device = new FakePathDevice();

  @Test
  void aWholeBlockIsUp() {
    assertThat(check(new ReadOutcome.Completed(Bytes.of(new byte[4096]))))
        .isEqualTo(CheckResult.up());
    assertThat(device.reads()).containsExactly(new FakePathDevice.Read(0, 4096, TIMEOUT));
    assertThat(device.commands()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 512, 4095})
  void lessThanABlockIsDown(int length) {
    assertThat(check(new ReadOutcome.Completed(Bytes.of(new byte[length]))))
        .isEqualTo(CheckResult.down("read " + length + " of 4096 bytes"));
  }

  @ParameterizedTest
  @EnumSource(DeviceFailure.class)
  void whyNothingCameDecides(DeviceFailure failure) {
    PathState state =
        switch (failure) {
          case UNSUPPORTED, NO_PERMISSION, NO_MEMORY -> PathState.UNCHECKED;
          case NO_DEVICE, INPUT_OUTPUT, TIMED_OUT, BUSY, OTHER -> PathState.DOWN;
        };

    assertThat(check(new ReadOutcome.Failed(failure, "read of /dev/sda")))
        .isEqualTo(new CheckResult(state, "read of /dev/sda"));
  }

  private CheckResult check(ReadOutcome outcome) {
    device.reads(outcome);
    return new DirectioChecker()
        .check(FakeRequest.on(device, TIMEOUT))
        .toCompletableFuture()
        .join();
  }
}
