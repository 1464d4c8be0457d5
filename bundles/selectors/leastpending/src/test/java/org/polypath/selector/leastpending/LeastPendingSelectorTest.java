package org.polypath.selector.leastpending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polypath.api.testing.FewestRequestsContract;

class LeastPendingSelectorTest extends FewestRequestsContract {
  LeastPendingSelectorTest() {
    super(new LeastPendingSelector());
  }

  @Test
  void itHasItsKernelsNameAndASubstitute() {
    assertThat(selector.kernelName()).isEqualTo("least-pending");
    assertThat(selector.substitute()).contains("queue-length");
  }
}
