package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathState;
import org.polypath.api.path.Wwid;
import org.polypath.core.event.Event;

/**
 * Some paths of a disk are write-protected and others are not, as of the two halves of a mirror
 * between arrays.
 */
class WriteProtectedPathsTest {
  private static final DeviceNumber SDA = new DeviceNumber(8, 0);
  private static final DeviceNumber SDB = new DeviceNumber(8, 16);

  private final FakeHost host = new FakeHost();

  @BeforeEach
  void twoPathsToOneDisk() {
    host.path("sda", 0, "3600a", 50);
    host.path("sdb", 16, "3600a", 50);
  }

  @Test
  void theyDoNotMakeANewMapReadOnly() {
    protect("sda", true);
    host.start();
    mapHas(false, SDB);
    protect("sda", false);
    host.runFor(10_000);
    mapHas(false, SDA, SDB);
  }

  @Test
  void theirSizeIsNotTheMaps() {
    resize("sda", 32768);
    protect("sda", true);
    host.start();
    mapHas(false, SDB);
  }

  @Test
  void theyNeedNotWaitForOneThatIsDownAndCannotSayWhoItIs() {
    protect("sda", true);
    doubtful("sdb");
    assertThat(host.kernel.only().table.devices()).containsExactly(SDA);
  }

  @Test
  void norDoesItsSizeCount() {
    host.path("sdc", 32, "3600a", 50);
    host.devices.remove("sda");
    resize("sdb", 32768);
    doubtful("sdb");
    assertThat(host.kernel.only().table.devices()).containsExactly(new DeviceNumber(8, 32));
  }

  /** It goes down and says that something changed before there is a map. */
  private void doubtful(String name) {
    host.withoutPolicies = true;
    host.start();
    FakeDevice device = host.devices.get(name);
    device.identity = Optional.of(new Wwid("3600b"));
    device.attention = true;
    device.state = PathState.DOWN;
    host.runFor(30_000);
    assertThat(host.kernel.maps).isEmpty();
    host.withoutPolicies = false;
    host.runFor(30_000);
  }

  private void resize(String name, long sectors) {
    FakeDevice device = host.devices.get(name);
    device.facts = device.facts.change().sectors(sectors).build();
  }

  @Test
  void norOneInUse() {
    host.devices.remove("sdb");
    host.start();
    host.kernel.only().openCount = 1;
    host.path("sdb", 16, "3600a", 50);
    protect("sdb", true);
    host.runFor(60_000);
    mapHas(false, SDA);
    assertThat(host.reports)
        .anyMatch(report -> report.because().equals("it is write-protected, and others are not"));
    protect("sdb", false);
    host.runFor(10_000);
    mapHas(false, SDA, SDB);
  }

  @Test
  void aPathThatIsProtectedWhileItIsInUseStays() {
    host.start();
    protect("sdb", true);
    host.runFor(60_000);
    mapHas(false, SDA, SDB);
    assertThat(host.kernel.only().loads).isEqualTo(1);
  }

  @Test
  void whereAllAreTheMapIsReadOnlyUntilOneIsNot() {
    protect("sda", true);
    protect("sdb", true);
    host.start();
    mapHas(true, SDA, SDB);
    protect("sdb", false);
    host.runFor(10_000);
    mapHas(false, SDB);
    protect("sda", false);
    host.runFor(10_000);
    mapHas(false, SDA, SDB);
  }

  private void protect(String name, boolean readOnly) {
    FakeDevice device = host.devices.get(name);
    device.facts = device.facts.change().readOnly(readOnly).build();
    host.tell(new Event.PathFound(device.facts));
  }

  private void mapHas(boolean readOnly, DeviceNumber... paths) {
    assertThat(host.kernel.only().readOnly).as("read-only").isEqualTo(readOnly);
    assertThat(host.kernel.only().table.devices()).containsExactlyInAnyOrder(paths);
  }
}
