package org.polypath.control.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TurnTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @Test
  void thePrivilegedComeFirstAndThenWhoCameFirst() {
    Turn late = turn(false, 3);
    Turn first = turn(false, 1);
    Turn administrator = turn(true, 4);
    Queue<Turn> queue = new PriorityQueue<>();
    queue.add(late);
    queue.add(first);
    queue.add(administrator);
    assertThat(queue.remove()).isSameAs(administrator);
    assertThat(queue.remove()).isSameAs(first);
    assertThat(queue.remove()).isSameAs(late);
  }

  @Test
  void whoWaitsForASecondGoesBeforeThePrivilegedWhoComeThen() {
    Turn waiting = turn(false, 1);
    assertThat(turn(true, SECOND)).isLessThan(waiting);
    assertThat(turn(true, SECOND + 2)).isGreaterThan(waiting);
  }

  @Test
  void theClocksOverflowDoesNotTurnTheOrder() {
    assertThat(turn(true, Long.MAX_VALUE)).isLessThan(turn(true, Long.MIN_VALUE + 5));
  }

  private static Turn turn(boolean privileged, long arrived) {
    return new Turn(privileged, arrived, () -> assertThat(arrived).isNotZero());
  }
}
