package org.polypath.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.polypath.api.topology.Topology;

class SupervisionTest {
  private static final long PID = 4711;
  private static final String STATUS = "STATUS=maps: 0, paths: 0";

  private final AtomicLong turns = new AtomicLong();
  private final AtomicLong pokes = new AtomicLong();
  private final List<String> told = new ArrayList<>();
  private final Supervision supervision =
      new Supervision(turns::get, pokes::incrementAndGet, () -> Topology.EMPTY, told::add);

  @Test
  void aCoreThatTakesEventsIsAlive() {
    for (int round = 0; round < 3; round++) {
      turns.incrementAndGet();
      supervision.run();
    }
    assertThat(told).containsExactly("WATCHDOG=1", STATUS, "WATCHDOG=1", "WATCHDOG=1");
  }

  @Test
  void aCoreThatTakesNoneIsNotWhateverTheTimerDoes() {
    supervision.run();
    supervision.run();
    assertThat(told).containsExactly(STATUS);
  }

  @Test
  void aCoreWithNothingToDoIsGivenSomething() {
    supervision.run();
    assertThat(pokes).hasValue(1);
  }

  @Test
  void itRunsTwiceInTheWatchdogsTime() {
    assertThat(period(Map.of("WATCHDOG_USEC", "8000000"))).isEqualTo(Duration.ofSeconds(4));
    assertThat(period(Map.of("WATCHDOG_USEC", "8000000", "WATCHDOG_PID", "4711")))
        .isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void withoutAWatchdogOrWithAnotherProcesssItTakesItsTime() {
    Duration leisurely = Duration.ofSeconds(10);
    assertThat(period(Map.of())).isEqualTo(leisurely);
    assertThat(period(Map.of("WATCHDOG_USEC", "8000000", "WATCHDOG_PID", "1")))
        .isEqualTo(leisurely);
    assertThat(period(Map.of("WATCHDOG_USEC", "soon"))).isEqualTo(leisurely);
    assertThat(period(Map.of("WATCHDOG_USEC", "600000000"))).isEqualTo(leisurely);
  }

  private static Duration period(Map<String, String> environment) {
    return Supervision.period(environment, PID);
  }
}
