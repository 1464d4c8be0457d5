package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.discovery.PathChange;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathState;
import org.polypath.api.settings.AutoResize;
import org.polypath.api.settings.Setting;
import org.polypath.core.event.Event;

/**
 * Paths whose size the kernel could not read when it found them, since their controller stood by.
 */
class SizelessPathsTest {
  private final FakeHost host = new FakeHost();
  private FakeDevice sda;
  private FakeDevice sdb;

  @BeforeEach
  void thePathThatIsFoundFirstHasNoSize() {
    sda = host.path("sda", 0, "3600a", 10);
    sdb = host.path("sdb", 16, "3600a", 50);
    sda.state = PathState.GHOST;
    resize(sda, 0);
  }

  @Test
  void theyKeepNoMapFromBeingMadeAndArePartOfIt() {
    host.start();
    assertThat(host.kernel.only().table.sectors()).isEqualTo(16384);
    assertThat(host.kernel.only().table.devices())
        .containsExactlyInAnyOrder(new DeviceNumber(8, 0), new DeviceNumber(8, 16));
  }

  @Test
  void whenNoneHasASizeThereIsNoMapBeforeOneHas() {
    resize(sdb, 0);
    sdb.hidesSize = true;
    host.start();
    assertThat(host.kernel.maps).isEmpty();
    resize(sdb, 16384);
    host.tell(new Event.PathFound(sdb.facts));
    host.runFor(5_000);
    assertThat(host.kernel.only().table.devices()).hasSize(2);
  }

  @Test
  void aControllerThatTakesOverIsAskedForTheSizeFirst() {
    host.start();
    sda.hidesSize = true;
    sda.state = PathState.UP;
    host.runFor(25_000);
    assertThat(state()).as("state of a path without a size").isEqualTo(PathState.GHOST);
    assertThat(host.changes)
        .filteredOn(change -> change.change() instanceof PathChange.Rescan)
        .isNotEmpty()
        .allSatisfy(change -> assertThat(change.path().name()).isEqualTo("sda"));
    int loads = host.kernel.only().loads;
    sda.hidesSize = false;
    host.runFor(45_000);
    assertThat(state()).isEqualTo(PathState.UP);
    assertThat(host.kernel.only().loads).as("tables loaded").isEqualTo(loads);
  }

  @Test
  void aMapGrowsWithThePathsWhoseSizeIsKnown() {
    host.configuration =
        host.configuration.forDaemon(
            settings -> settings.autoResize(Setting.builtIn(AutoResize.GROW_ONLY)));
    host.start();
    resize(sdb, 32768);
    host.tell(new Event.PathFound(sdb.facts));
    host.runFor(30_000);
    assertThat(host.kernel.only().table.sectors()).isEqualTo(32768);
    assertThat(host.kernel.only().table.devices()).hasSize(2);
  }

  private static void resize(FakeDevice device, long sectors) {
    device.facts = device.facts.change().sectors(sectors).build();
  }

  private PathState state() {
    return host.topology().path("sda").orElseThrow().state();
  }
}
