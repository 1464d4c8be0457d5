package org.polypath.checker.none;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.checker.CheckResult;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathState;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;

class NoneCheckerTest {
  @ParameterizedTest
  @CsvSource({
    "RUNNING, UP, ''",
    "NONE, UP, ''",
    "BLOCKED, PENDING, device state: BLOCKED",
    "QUIESCE, PENDING, device state: QUIESCE",
    "OFFLINE, DOWN, device state: OFFLINE",
    "TRANSPORT_OFFLINE, DOWN, device state: TRANSPORT_OFFLINE",
    "OTHER, DOWN, device state: OTHER",
    "GONE, REMOVED, device state: GONE"
  })
  void aPathIsWhatTheKernelSays(DeviceState kernel, PathState state, String message) {
    FakePathDevice device = new FakePathDevice().state(kernel);

    CheckResult result =
        new NoneChecker()
            .check(FakeRequest.on(device, Duration.ofSeconds(1)))
            .toCompletableFuture()
            .join();

    assertThat(result).isEqualTo(new CheckResult(state, message));
    assertThat(device.commands()).isEmpty();
    assertThat(device.reads()).isEmpty();
  }
}
