package org.polypath.control.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.PriorityQueue;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class RequestTest {
  @Test
  void thePrivilegedComeFirstAndThenWhoCameFirst() {
    Request late = request(false, 3);
    Request first = request(false, 1);
    Request administrator = request(true, 4);
    Queue<Request> queue = new PriorityQueue<>();
    queue.add(late);
    queue.add(first);
    queue.add(administrator);
    assertThat(queue.remove()).isSameAs(administrator);
    assertThat(queue.remove()).isSameAs(first);
    assertThat(queue.remove()).isSameAs(late);
  }

  @Test
  void theClocksOverflowDoesNotTurnTheOrder() {
    assertThat(request(true, Long.MAX_VALUE)).isLessThan(request(true, Long.MIN_VALUE + 5));
  }

  private static Request request(boolean privileged, long arrived) {
    return new Request(privileged, arrived, () -> assertThat(arrived).isNotZero());
  }
}
