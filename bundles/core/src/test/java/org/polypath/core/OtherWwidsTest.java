package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.MapOperation;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command;
import org.polypath.core.event.Event;

/** The configuration calls disks otherwise than the maps are called that are there. */
class OtherWwidsTest {
  private static final DeviceNumber SDA = new DeviceNumber(8, 0);
  private static final DeviceNumber SDB = new DeviceNumber(8, 16);

  private final FakeHost host = new FakeHost();

  @BeforeEach
  void aMapInUseOfADiskThatUdevHasAnotherNameFor() {
    path("sda", 0);
    path("sdb", 16);
    host.start();
    host.kernel.only().openCount = 1;
    host.runFor(10_000);
    host.configuration = host.configuration.withUidAttribute("ID_WWN");
  }

  private void path(String name, int minor) {
    FakeDevice device = host.path(name, minor, "3600a", 50);
    device.facts = device.facts.change().properties(Map.of("ID_WWN", "0x600a")).build();
  }

  @Test
  void itsUsersGoOnWhenItIsReadAgain() {
    host.answer(new Command.Reconfigure(false));
    host.runFor(60_000);
    mapIsAsItWas();
  }

  @Test
  void itsUsersGoOnWhenTheNextDaemonReadsIt() {
    host.restart();
    host.runFor(60_000);
    mapIsAsItWas();
  }

  @Test
  void newsOfThePathChangesNothing() {
    host.answer(new Command.Reconfigure(false));
    FakeDevice sda = host.devices.get("sda");
    sda.facts = sda.facts.change().properties(Map.of("ID_WWN", "0x600a", "ID_PATH", "pci")).build();
    host.tell(new Event.PathFound(sda.facts));
    host.runFor(60_000);
    mapIsAsItWas();
  }

  @Test
  void aNameThatUdevTellsLateTakesNoPathFromIt() {
    udevKnowsNothingAtFirst();
    tellLate("sda", "3600a");
    tellLate("sdb", "3600a");
    mapIsAsItWas();
    int loads = host.kernel.only().loads;
    path("sdc", 32);
    host.tell(new Event.PathFound(host.devices.get("sdc").facts));
    host.runFor(10_000);
    assertThat(host.kernel.maps).hasSize(1);
    assertThat(host.kernel.only().loads).isEqualTo(loads + 1);
  }

  @Test
  void unlessItIsTheNameOfAnotherDisk() {
    udevKnowsNothingAtFirst();
    tellLate("sdb", "3600b");
    assertThat(host.kernel.maps.get("mpatha").table.devices()).containsExactly(SDA);
  }

  private void udevKnowsNothingAtFirst() {
    host.kernel.maps.clear();
    for (FakeDevice device : host.devices.values()) {
      device.facts = device.facts.change().properties(Map.of()).build();
    }
    host.configuration = FixedConfiguration.DEFAULT;
    host.restart();
    host.runFor(10_000);
    host.kernel.only().openCount = 1;
    host.kernel.log.clear();
  }

  private void tellLate(String name, String identity) {
    FakeDevice device = host.devices.get(name);
    device.identity = Optional.of(new Wwid(identity));
    device.facts = device.facts.change().properties(Map.of("ID_SERIAL", "DISK_1")).build();
    host.tell(new Event.PathFound(device.facts));
    host.runFor(20_000);
  }

  @Test
  void aPathThatComesBackOrComesNewIsItsOwn() {
    host.answer(new Command.Reconfigure(false));
    host.devices.remove("sda");
    host.tell(new Event.PathLost("sda"));
    host.runFor(10_000);
    path("sdc", 32);
    host.tell(new Event.PathFound(host.devices.get("sdc").facts));
    host.runFor(10_000);
    assertThat(host.kernel.maps).hasSize(1);
    assertThat(host.kernel.only().table.devices())
        .containsExactlyInAnyOrder(SDB, new DeviceNumber(8, 32));
  }

  @Test
  void aDiskThatTookItsPlaceWhileNoDaemonListenedGetsNoIo() {
    for (FakeDevice device : host.devices.values()) {
      device.facts = device.facts.change().properties(Map.of("ID_WWN", "0x600b")).build();
      device.identity = Optional.of(new Wwid("3600b"));
    }
    host.restart();
    host.runFor(10_000);
    assertThat(host.kernel.maps.get("mpatha").table.devices()).isEmpty();
  }

  @Test
  void aPathThatReallyLeadsElsewhereLeavesIt() {
    host.answer(new Command.Reconfigure(false));
    FakeDevice sdb = host.devices.get("sdb");
    sdb.facts =
        FakeHost.facts("sdb", 16, "3600b").change().properties(Map.of("ID_WWN", "0x600b")).build();
    sdb.identity = sdb.facts.pageIdentifier();
    host.tell(new Event.PathFound(sdb.facts));
    host.runFor(20_000);
    assertThat(host.kernel.maps.get("mpatha").table.devices()).containsExactly(SDA);
    assertThat(host.kernel.maps.get("mpathb").wwid.text()).isEqualTo("0x600b");
  }

  @Test
  void onceItWasRemovedTheConfigurationHolds() {
    host.answer(new Command.Reconfigure(false));
    host.kernel.only().openCount = 0;
    host.answer(new Command.RemoveMap("mpatha"));
    host.answer(new Command.Reconfigure(false));
    host.runFor(60_000);
    assertThat(host.kernel.maps).containsOnlyKeys("mpathb");
    assertThat(host.kernel.only().wwid.text()).isEqualTo("0x600a");
    assertThat(host.kernel.only().table.devices()).containsExactlyInAnyOrder(SDA, SDB);
  }

  private void mapIsAsItWas() {
    assertThat(host.kernel.maps).hasSize(1);
    assertThat(host.kernel.only().table.devices()).containsExactlyInAnyOrder(SDA, SDB);
    assertThat(host.kernel.log).noneMatch(MapOperation.Reload.class::isInstance);
    assertThat(host.topology().map("mpatha").orElseThrow().groups()).isNotEmpty();
  }
}
