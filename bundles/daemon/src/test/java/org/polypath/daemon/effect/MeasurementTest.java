package org.polypath.daemon.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.polypath.api.device.Bytes;
import org.polypath.api.device.DeviceFailure;
import org.polypath.api.device.ReadOutcome;
import org.polypath.core.effect.Effect.MeasurePath;
import org.polypath.core.event.Event;
import org.polypath.core.event.Event.PathMeasured;
import org.polypath.scsi.testing.FakePathDevice;

/** What is counted while a path is measured. */
class MeasurementTest {
  private static final ReadOutcome GOOD = new ReadOutcome.Completed(Bytes.EMPTY);
  private static final ReadOutcome BAD =
      new ReadOutcome.Failed(DeviceFailure.INPUT_OUTPUT, "sda: EIO");
  private static final ReadOutcome BUSY =
      new ReadOutcome.Failed(DeviceFailure.BUSY, "sda: another read is under way");

  private final List<Event> events = new ArrayList<>();
  private long nanos;

  @Test
  void tenTimesASecondThirtyTwoReadsAreMadeAndTheBadOnesCounted() {
    PathMeasured result = measure(BAD, GOOD, BAD, GOOD);
    assertThat(result.reads()).isEqualTo(2 * 10 * 32);
    assertThat(result.errors()).isEqualTo(2);
  }

  @Test
  void aReadThatWasNotMadeIsNotCounted() {
    PathMeasured result = measure(BUSY, GOOD);
    assertThat(result.reads()).isEqualTo((2 * 10 - 1) * 32);
    assertThat(result.errors()).isZero();
  }

  private PathMeasured measure(ReadOutcome... outcomes) {
    FakePathDevice device = new FakePathDevice().reads(outcomes);
    Measurement measurement =
        new Measurement(
            new OnePath(device),
            burst -> {
              nanos += TimeUnit.MILLISECONDS.toNanos(100);
              burst.run();
            },
            () -> nanos,
            events::add);
    measurement.perform(new MeasurePath(device.facts(), 3, 2));
    return (PathMeasured) events.get(0);
  }
}
