package org.polypath.selector.queuelength;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polypath.api.testing.FewestRequestsContract;

class QueueLengthSelectorTest extends FewestRequestsContract {
  QueueLengthSelectorTest() {
    super(new QueueLengthSelector());
  }

  @Test
  void itHasItsKernelsNameAndASubstitute() {
    assertThat(selector.kernelName()).isEqualTo("queue-length");
    assertThat(selector.substitute()).contains("round-robin");
  }
}
