package org.polypath.dm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.KernelDevices;
import org.polypath.api.map.KernelMap;
import org.polypath.api.map.MapDriverException;
import org.polypath.api.map.MapOperation.Resume;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.map.MapOutcome.Refused;
import org.polypath.dm.KernelVersions.Version;

class LinuxMapDriverTest {
  private final FakeKernel kernel = new FakeKernel();
  private final LinuxMapDriver driver = new LinuxMapDriver(kernel);

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void readsMultipathMapsAndNamesTheOthers() {
    FakeKernel.Device device = kernel.add("mpatha", Samples.UUID, Samples.target(2048));
    device.status = Samples.STATUS;
    device.events = 7;
    device.opens = 2;
    device.readOnly = true;
    kernel.add("home", "LVM-x", Samples.linear());
    kernel.add("mpathap1", "part1-" + Samples.UUID, Samples.linear());
    kernel.add("other", Samples.UUID + "2", Samples.linear());

    KernelDevices devices = read();

    assertThat(devices.otherNames()).containsExactlyInAnyOrder("home", "mpathap1", "other");
    assertThat(devices.maps()).hasSize(1);
    KernelMap map = devices.maps().get(0);
    assertThat(map.wwid()).isEqualTo(Samples.WWID);
    assertThat(map.kernelName()).isEqualTo("dm-0");
    assertThat(map.table()).isEqualTo(Samples.table(2048));
    assertThat(map.status().nextGroup()).isEqualTo(1);
    assertThat(List.of(map.eventNumber(), map.openCount(), map.readOnly(), map.suspended()))
        .isEqualTo(List.of(7L, 2, true, false));
  }

  @Test
  void aMapWhoseCreationWasCutOffHasNoNameThatIsAnothers() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048)).live = Optional.empty();
    kernel.add("root", "LVM-x", Samples.linear());
    KernelDevices devices = read();
    assertThat(devices.maps()).isEmpty();
    assertThat(devices.otherNames()).containsExactly("root");
  }

  @Test
  void aMapThatIsNotUnderstoodIsLeftOut() {
    kernel.add("mpatha", Samples.UUID, Samples.target(2048)).status = "nonsense";
    kernel.add("mpathb", Samples.UUID + "b", Samples.target(2048)).status = Samples.STATUS;
    assertThat(read().maps()).extracting(KernelMap::name).containsExactly("mpathb");
    assertThat(read().otherNames()).containsExactly("mpatha");
  }

  @Test
  void aMapThatIsNotThereIsEmpty() {
    kernel.add("home", "LVM-x", Samples.linear());
    assertThat(driver.read("mpatha").toCompletableFuture().join()).isEmpty();
    assertThat(driver.read("home").toCompletableFuture().join()).isEmpty();
  }

  @Test
  void withoutADeviceMapperEveryUseSaysSoUntilThereIsOne() {
    kernel.missing = true;
    assertThatThrownBy(this::read).hasCauseInstanceOf(MapDriverException.class);
    assertThat(driver.perform(Samples.WWID, new Resume("mpatha")).toCompletableFuture().join())
        .isEqualTo(new Refused(Refusal.OTHER, "no device-mapper"));
    kernel.missing = false;
    assertThat(read().maps()).isEmpty();
  }

  @Test
  void aKernelTooOldIsRefusedWithWhatToDo() {
    kernel.driver = new Version(4, 36, 9);
    assertThatThrownBy(this::read)
        .hasCauseInstanceOf(MapDriverException.class)
        .hasMessageContaining("4.36.9")
        .hasMessageContaining("Linux 4.14 or newer");
    assertThat(kernel.calls).contains("close");
  }

  @Test
  void versionsAreThoseOfTheKernel() {
    KernelVersions versions = driver.versions().toCompletableFuture().join();
    assertThat(versions.multipath()).contains(new Version(1, 14, 0));
    assertThat(versions.driver()).isGreaterThan(new Version(4, 46, 99));
  }

  @Test
  void afterClosingUsesAreRefused() {
    driver.close();
    assertThat(driver.perform(Samples.WWID, new Resume("mpatha")).toCompletableFuture().join())
        .isInstanceOf(Refused.class);
    assertThatThrownBy(this::read).hasCauseInstanceOf(MapDriverException.class);
  }

  private KernelDevices read() {
    return driver.read().toCompletableFuture().join();
  }
}
