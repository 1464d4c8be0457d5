package org.polypath.prioritizer.constant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polypath.api.prioritizer.Priority;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;

class ConstPrioritizerTest {
  @Test
  void everyPathHasPriorityOneAndIsNotAsked() {
    FakePathDevice device = new FakePathDevice();

    Priority priority =
        new ConstPrioritizer()
            .prioritize(FakeRequest.on(device, "anything"))
            .toCompletableFuture()
            .join();

    assertThat(priority.value()).hasValue(1);
    assertThat(device.commands()).isEmpty();
  }
}
