package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.core.event.Event;

/** A path that the kernel does not take keeps no other from the map that needs it. */
class UnloadablePathsTest {
  private static final DeviceNumber SDC = new DeviceNumber(8, 32);
  private static final DeviceNumber SDD = new DeviceNumber(8, 48);
  private static final DeviceNumber SDE = new DeviceNumber(8, 64);

  private final FakeHost host = new FakeHost();

  @BeforeEach
  void aMapInUseThatLostItsPaths() {
    host.configuration = host.configuration.with(NoPathRetry.QUEUE);
    host.path("sda", 0, "3600a", 50);
    host.start();
    host.kernel.only().openCount = 1;
    host.devices.clear();
    host.tell(new Event.PathLost("sda"));
    host.runFor(10_000);
  }

  @ParameterizedTest
  @EnumSource(names = {"PATH_UNAVAILABLE", "INVALID"})
  void whereTheFirstIsTheOneThatIsRefused(Refusal refusal) {
    host.kernel.refusalOfPath = refusal;
    host.kernel.unavailable.add(SDC);
    come("sdc", 32);
    come("sdd", 48);
    host.runFor(10_000);
    assertThat(host.kernel.only().table.devices()).containsExactly(SDD);
  }

  @Test
  void whereTheLastIsTheOneThatIsRefused() {
    host.kernel.unavailable.add(SDD);
    come("sdc", 32);
    come("sdd", 48);
    host.runFor(10_000);
    assertThat(host.kernel.only().table.devices()).containsExactly(SDC);
  }

  @Test
  void norOneThatComesLater() {
    host.kernel.unavailable.add(SDC);
    come("sdc", 32);
    come("sdd", 48);
    host.runFor(600_000);
    come("sde", 64);
    host.runFor(10_000);
    assertThat(host.kernel.only().table.devices()).containsExactlyInAnyOrder(SDD, SDE);
  }

  @Test
  void andItComesWhenTheKernelTakesIt() {
    host.kernel.unavailable.add(SDC);
    come("sdc", 32);
    come("sdd", 48);
    host.runFor(60_000);
    host.kernel.unavailable.clear();
    host.runFor(600_000);
    assertThat(host.kernel.only().table.devices()).containsExactlyInAnyOrder(SDC, SDD);
    long loads = loads();
    host.runFor(600_000);
    assertThat(loads()).isEqualTo(loads);
  }

  private void come(String name, int minor) {
    host.tell(new Event.PathFound(host.path(name, minor, "3600a", 50).facts));
  }

  private long loads() {
    return host.kernel.log.stream().filter(MapOperation.Reload.class::isInstance).count();
  }
}
