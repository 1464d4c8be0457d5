package org.polypath.prioritizer.ana;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.prioritizer.Priority;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;

class AnaPrioritizerTest {
  @ParameterizedTest
  @CsvSource({
    "optimized, 50",
    "non-optimized, 10",
    "inaccessible, 1",
    "change, 1",
    "persistent-loss, 0"
  })
  void theNamespacesStateDecides(String state, int priority) {
    FakePathDevice device = new FakePathDevice().attribute("ana_state", state);

    assertThat(prioritize(device)).isEqualTo(Priority.of(priority, "ana_state: " + state));
    assertThat(device.commands()).isEmpty();
  }

  @Test
  void aStateThatNobodyKnowsIsNoPriority() {
    FakePathDevice device = new FakePathDevice().attribute("ana_state", "invalid state");

    assertThat(prioritize(device)).isEqualTo(Priority.undefined("ana_state: invalid state"));
  }

  @Test
  void withoutAsymmetricAccessThereIsNoPriority() {
    assertThat(prioritize(new FakePathDevice()).value()).isEmpty();
    assertThat(prioritize(new FakePathDevice()).message()).contains("no ana_state");
  }

  private static Priority prioritize(FakePathDevice device) {
    return new AnaPrioritizer().prioritize(FakeRequest.on(device, "")).toCompletableFuture().join();
  }
}
