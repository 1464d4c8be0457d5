package org.polypath.selector.lengthloadbalancing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polypath.api.testing.FewestRequestsContract;

class LengthLoadBalancingSelectorTest extends FewestRequestsContract {
  LengthLoadBalancingSelectorTest() {
    super(new LengthLoadBalancingSelector());
  }

  @Test
  void itHasItsKernelsNameAndASubstitute() {
    assertThat(selector.kernelName()).isEqualTo("length-load-balancing");
    assertThat(selector.substitute()).contains("queue-length");
  }
}
