package org.polypath.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PublicationPaceTest {
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final PublicationPace pace = new PublicationPace(0);

  @Test
  void makingSnapshotsTakesATenthOfTheTimeAtMost() {
    assertThat(pace.isDue(0, true)).isTrue();
    pace.made(0, 5 * MILLI);
    assertThat(pace.isDue(49 * MILLI, true)).isFalse();
    assertThat(pace.isDue(50 * MILLI, true)).isTrue();
  }

  @Test
  void whileNobodyLooksItTakesAHundredth() {
    assertThat(pace.isDue(0, false)).isTrue();
    pace.made(0, MILLI);
    assertThat(pace.isDue(99 * MILLI, false)).isFalse();
    assertThat(pace.isDue(100 * MILLI, false)).isTrue();
  }

  @Test
  void whoLooksMeanwhileGetsTheNextSooner() {
    pace.made(0, MILLI);
    assertThat(pace.isDue(10 * MILLI, false)).isFalse();
    assertThat(pace.isDue(10 * MILLI, true)).isTrue();
  }

  @Test
  void readersWaitAFifthOfASecondAtMost() {
    pace.made(0, 1_000 * MILLI);
    assertThat(pace.isDue(1_199 * MILLI, false)).isFalse();
    assertThat(pace.isDue(1_200 * MILLI, false)).isTrue();
  }

  @Test
  void whatWasNotToldYetEndsTheSleep() {
    pace.made(0, 5 * MILLI);
    assertThat(pace.sleepMillis(5 * MILLI, 60_000)).isEqualTo(60_000);
    assertThat(pace.isDue(10 * MILLI, true)).isFalse();
    assertThat(pace.sleepMillis(10 * MILLI, 60_000)).isEqualTo(41);
    assertThat(pace.sleepMillis(10 * MILLI, 20)).isEqualTo(20);
  }
}
