package org.polypath.prioritizer.sysfs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.prioritizer.Priority;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;

class SysfsPrioritizerTest {
  @ParameterizedTest
  @CsvSource({
    "active/optimized, 50, 50, 130",
    "active/non-optimized, 10, 90, 90",
    "lba-dependent, 5, 85, 85",
    "standby, 1, 81, 81",
    "unavailable, 0, 80, 80",
    "offline, 0, 80, 80",
    "transitioning, 0, 80, 80",
    "(null), 0, 80, 80",
    "'', 0, 80, 80"
  })
  void theKernelsStateDecides(String state, int plain, int preferred, int exclusive) {
    FakePathDevice device = new FakePathDevice().attribute("access_state", state);
    assertThat(prioritize(device, "").value()).hasValue(plain);

    device.attribute("preferred_path", "0");
    assertThat(prioritize(device, "exclusive_pref_bit").value()).hasValue(plain);

    device.attribute("preferred_path", "1");
    assertThat(prioritize(device, "").value()).hasValue(preferred);
    assertThat(prioritize(device, "exclusive_pref_bit").value()).hasValue(exclusive);
    assertThat(device.commands()).isEmpty();
  }

  @Test
  void withoutAHandlerThereIsNoPriority() {
    assertThat(prioritize(new FakePathDevice(), "").value()).isEmpty();
  }

  @Test
  void theMessageSaysWhereItComesFrom() {
    FakePathDevice device =
        new FakePathDevice().attribute("access_state", "standby").attribute("preferred_path", "1");

    assertThat(prioritize(device, "").message()).isEqualTo("access_state: standby, preferred");
  }

  private static Priority prioritize(FakePathDevice device, String arguments) {
    return new SysfsPrioritizer()
        .prioritize(FakeRequest.on(device, arguments))
        .toCompletableFuture()
        .join();
  }
}
