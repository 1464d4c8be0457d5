package org.polypath.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Many changes at once are one piece of news. */
class BurstTest {
  private final Queue<Runnable> later = new ArrayDeque<>();
  private final AtomicInteger told = new AtomicInteger();
  private final Burst burst = new Burst(later::add, told::incrementAndGet);

  @Test
  void thirtyChangesAreToldOnce() {
    for (int i = 0; i < 30; i++) {
      burst.changed();
    }
    assertThat(told).as("not at once").hasValue(0);
    assertThat(later).hasSize(1);
    later.remove().run();
    assertThat(told).hasValue(1);
  }

  @Test
  void whatChangesAfterwardsIsToldAgain() {
    burst.changed();
    later.remove().run();
    burst.changed();
    later.remove().run();
    assertThat(told).hasValue(2);
  }
}
