package org.polypath.prioritizer.pathlatency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
  void wrongArgumentsAreAsGoodAsNone(String arguments) {
    Priority priority = prioritize(1000 * MICROSECOND, arguments);

    assertThat(priority.value()).hasValue(20);
    assertThat(priority.message())
        .startsWith("average latency: 1000 us; prio_args: \"" + arguments + "\" is not used");
    assertThat(device.reads()).hasSize(100);
  }

  @Test
  void aReadThatFailsIsNoPriority() {
    device.reads(new ReadOutcome.Failed(DeviceFailure.TIMED_OUT, "no answer in 30 s"));

    assertThat(prioritize(MICROSECOND, "")).isEqualTo(Priority.undefined("no answer in 30 s"));
    assertThat(device.reads()).hasSize(1);
  }

  @Test
  void aReadThatFailsAmongOthersIsNoPriorityUnlessTimeIsUp() {
    ReadOutcome good = new ReadOutcome.Completed(Bytes.of(new byte[4096]));

    device.reads(good, good, new ReadOutcome.Failed(DeviceFailure.INPUT_OUTPUT, "EIO"));
    assertThat(prioritize(1000 * MICROSECOND, "")).isEqualTo(Priority.undefined("EIO"));

    device.reads(good, good, new ReadOutcome.Failed(DeviceFailure.TIMED_OUT, "no answer"));
    assertThat(prioritize(1000 * MICROSECOND, "").value()).hasValue(20);
  }

  @Test
  void aPathTooSlowForAllReadsIsRankedByThoseItDid() {
    long minute = 60_000_000 * MICROSECOND;

    assertThat(prioritize(minute, "base_num=10"))
        .isEqualTo(Priority.of(0, "average latency: 60000000 us"));
    assertThat(device.reads()).hasSize(10);
    assertThat(device.reads().get(9).timeout()).isEqualTo(Duration.ofMinutes(1));
  }

  /** Each look at the clock is one latency after the one before. */
  private Priority prioritize(long nanoseconds, String arguments) {
    AtomicLong clock = new AtomicLong();
    return new PathLatencyPrioritizer(() -> clock.getAndAdd(nanoseconds))
        .prioritize(FakeRequest.on(device, arguments))
        .toCompletableFuture()
        .join();
  }
}
