package org.polypath.prioritizer.pathlatency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ReadOutcome;
import org.polypath.api.prioritizer.Priority;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;

class PathLatencyPrioritizerTest {
  private static final long MICROSECOND = 1000;

  private final FakePathDevice device =
      new FakePathDevice().reads(new ReadOutcome.Completed(Bytes.of(new byte[4096])));

  @ParameterizedTest(name = "{0} us with {1}: {2}")
  @CsvSource({
    "1, '', 32",
    "10, '', 28",
    "1000, '', 20",
    "1500, '', 19",
    "100000000, '', 0",
    "200000000, '', 0",
    "1, base_num=10, 8",
    "5, base_num=10, 7",
    "10, base_num=10, 7",
    "11, base_num=10, 6",
    "1000, base_num=2, 16",
    "1024, base_num=2 io_num=20, 16",
    "1000, base_num=1.1, 120"
  })
  void thePriorityFallsWithTheLogarithmOfTheLatency(long latency, String arguments, int priority) {
    assertThat(prioritize(latency * MICROSECOND, arguments).value()).hasValue(priority);
  }

  @Test
  void lessThanAMicrosecondIsOne() {
    assertThat(prioritize(10, "").value()).hasValue(32);
  }

  @Test
  void asManyReadsAreMadeAsWanted() {
    prioritize(MICROSECOND, "");
    assertThat(device.reads()).hasSize(100).allMatch(read -> read.offset() == 0);

    prioritize(MICROSECOND, "io_num=200");
    assertThat(device.reads()).hasSize(100 + 200);
  }

  @Test
  void theMessageSaysTheLatency() {
    assertThat(prioritize(1000 * MICROSECOND, "").message()).isEqualTo("average latency: 1000 us");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io_num=19",
        "io_num=201",
        "io_num=",
        "io_num=x",
        "base_num=1.0",
        "base_num=10.1",
        "base_num=NaN",
        "base_num=",
        "reads=5"
      })
  void wrongArgumentsAreNoPriority(String arguments) {
    assertThat(prioritize(MICROSECOND, arguments).value()).isEmpty();
    assertThat(device.reads()).isEmpty();
  }

  @Test
  void aReadThatFailsIsNoPriority() {
    device.reads(new ReadOutcome.Failed(DeviceFailure.TIMED_OUT, "no answer in 30 s"));

    assertThat(prioritize(MICROSECOND, "")).isEqualTo(Priority.undefined("no answer in 30 s"));
    assertThat(device.reads()).hasSize(1);
  }

  /** Each second look at the clock is one latency after the first. */
  private Priority prioritize(long nanoseconds, String arguments) {
    AtomicLong looks = new AtomicLong();
    return new PathLatencyPrioritizer(() -> (looks.incrementAndGet() / 2) * nanoseconds)
        .prioritize(FakeRequest.on(device, arguments))
        .toCompletableFuture()
        .join();
  }
}
