package org.polypath.deployer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file that stands still is taken whatever the host's clock is set to meanwhile. */
class SteadyTimeTest {
  private static final FileStamp FILE = new FileStamp(10, Instant.EPOCH.plusSeconds(9999), "1:1");

  private Instant ofDay = Instant.EPOCH.plusSeconds(10_000);
  private long nanos;
  private final SteadyTime time = new SteadyTime(new SetByHand(), () -> nanos);
  private final FolderChanges changes = new FolderChanges();

  @Test
  void aClockThatIsSetBackHoldsNoFileBack() {
    assertThat(changes.look(Map.of("a.jar", FILE), time.now()).changed()).isEmpty();
    ofDay = ofDay.minusSeconds(3600);
    nanos += FolderChanges.STILL.toNanos();

    assertThat(changes.look(Map.of("a.jar", FILE), time.now()).changed()).containsExactly("a.jar");
  }

  @Test
  void aClockThatIsSetForwardTakesNoFileThatIsBeingWritten() {
    changes.look(Map.of("a.jar", FILE), time.now());
    ofDay = ofDay.plus(Duration.ofHours(1));

    assertThat(changes.look(Map.of("a.jar", FILE), time.now()).changed()).isEmpty();
  }

  private final class SetByHand extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("one zone is enough");
    }

    @Override
    public Instant instant() {
      return ofDay;
    }
  }
}
