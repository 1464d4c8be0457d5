package org.polypath.linux.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DescriptorTest {
  private final List<Integer> closed = new ArrayList<>();
  private final Descriptor descriptor = new Descriptor(7, closed::add);

  @Test
  void anUnusedDescriptorIsClosedAtOnceAndOnce() {
    descriptor.close();
    descriptor.close();

    assertThat(closed).containsExactly(7);
    assertThat(descriptor.isClosed()).isTrue();
  }

  @Test
  void aDescriptorInUseIsClosedByItsLastUser() {
    Descriptor.Use first = descriptor.use().orElseThrow();
    Descriptor.Use second = descriptor.use().orElseThrow();

    descriptor.close();
    first.close();
    assertThat(closed).isEmpty();
    assertThat(second.number()).isEqualTo(7);

    second.close();
    assertThat(closed).containsExactly(7);
  }

  @Test
  void aClosedDescriptorCannotBeUsedAnyMore() {
    descriptor.close();

    assertThat(descriptor.use()).isEmpty();
  }
}
