package org.polypath.prioritizer.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;

class RandomPrioritizerTest {
  @Test
  void everyPriorityFromOneToTenComesAndNoOther() {
    FakePathDevice device = new FakePathDevice();

    // that one of ten values is missing after 2000 draws has a probability below 10^-90
    assertThat(IntStream.range(0, 2000).mapToObj(i -> priority(device)).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(device.commands()).isEmpty();
  }

  private static int priority(FakePathDevice device) {
    return new RandomPrioritizer()
        .prioritize(FakeRequest.on(device, ""))
        .toCompletableFuture()
        .join()
        .value()
        .orElseThrow();
  }
}
