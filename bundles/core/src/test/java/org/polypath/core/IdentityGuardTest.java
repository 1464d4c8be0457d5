package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.TableGroup;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathState;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.core.event.Event;

/** A path that leads to another disk is out of its map before any I/O goes there. */
class IdentityGuardTest {
  private static final DeviceNumber SDA = new DeviceNumber(8, 0);

  private final FakeHost host = new FakeHost();
  private FakeDevice sda;

  @BeforeEach
  void twoPathsToOneDisk() {
    sda = host.path("sda", 0, "3600a", 50);
    host.path("sdb", 16, "3600a", 50);
    host.start();
  }

  @Test
  void aPathThatComesBackAsItselfIsUsedAgain() {
    goAndReturn("3600a");
    assertThat(host.topology().path("sda").orElseThrow().state()).isEqualTo(PathState.UP);
    assertThat(host.kernel.only().failed).isEmpty();
  }

  @Test
  void aPathThatComesBackAsAnotherDiskIsNeverReinstated() {
    goAndReturn("3600b");
    assertThat(host.kernel.log)
        .noneMatch(operation -> operation.toString().contains("reinstate_path " + SDA));
    assertThat(host.kernel.map("mpatha").orElseThrow().table().devices()).doesNotContain(SDA);
    assertThat(host.topology().ignored())
        .anySatisfy(path -> assertThat(path.message()).contains("quarantined", "3600b", "3600a"));
  }

  @Test
  void aDeviceThatSaysItChangedIsAskedAtOnceAlthoughItIsUp() {
    sda.identity = Optional.of(new Wwid("3600b"));
    sda.attention = true;
    host.runFor(25_000);
    assertThat(host.kernel.map("mpatha").orElseThrow().table().devices()).doesNotContain(SDA);
    assertThat(host.kernel.log)
        .anyMatch(operation -> operation.toString().contains("fail_path " + SDA));
  }

  @Test
  void newsFromDiscoveryThatStillTellTheOldDiskDoNotBringItBack() {
    goAndReturn("3600b");
    host.tell(new Event.PathFound(sda.facts.change().commandTimeout(31).build()));
    host.runFor(20_000);
    assertThat(host.kernel.map("mpatha").orElseThrow().table().devices()).doesNotContain(SDA);
  }

  @Test
  void onceDiscoveryTellsTheNewDiskThePathGetsTheMapOfThat() {
    goAndReturn("3600b");
    host.tell(
        new Event.PathFound(
            sda.facts.change().pageIdentifier(Optional.of(new Wwid("3600b"))).build()));
    host.runFor(20_000);
    assertThat(host.kernel.map("mpathb").orElseThrow().table().devices()).containsExactly(SDA);
  }

  @Test
  void whenTheOldDiskIsBehindItAgainItReturnsByItself() {
    goAndReturn("3600b");
    sda.identity = Optional.of(new Wwid("3600a"));
    host.runFor(30_000);
    assertThat(host.kernel.map("mpatha").orElseThrow().table().devices()).contains(SDA);
    assertThat(host.kernel.only().failed).isEmpty();
  }

  @Test
  void aPathThatDoesNotSayWhoItIsWaits() {
    goAndReturn("");
    assertThat(host.kernel.only().failed).contains(SDA);
    assertThat(host.topology().path("sda").orElseThrow().message()).contains("who it is");
    sda.identity = Optional.of(new Wwid("3600a"));
    host.runFor(10_000);
    assertThat(host.kernel.only().failed).isEmpty();
  }

  @Test
  void noCommandLetsIoGoToAnotherDisk() {
    sda.state = PathState.DOWN;
    host.runFor(25_000);
    sda.identity = Optional.of(new Wwid("3600b"));
    CommandResult result = host.answer(new Command.ReinstatePath("sda"));
    assertThat(result.succeeded()).isFalse();
    assertThat(result.text()).contains("sda", "3600b");
    assertThat(host.kernel.log)
        .noneMatch(operation -> operation.toString().contains("reinstate_path " + SDA));
  }

  private void goAndReturn(String identity) {
    sda.state = PathState.DOWN;
    host.runFor(25_000);
    assertThat(host.kernel.only().failed).containsExactly(SDA);
    sda.identity = Optional.of(identity).filter(text -> !text.isEmpty()).map(Wwid::new);
    sda.state = PathState.UP;
    host.runFor(15_000);
  }

  @Test
  void checksGoOnAfterASlowIdentificationOfAPathThatCouldNotBeChecked() {
    host.start();
    host.faulty = "sda";
    host.faultyAttention = true;
    host.identifyMillis = 9_000;
    host.runFor(30_000);
    host.faultyAttention = false;
    host.faulty = "";
    host.identifyMillis = 2;
    host.runFor(30_000);
    long from = host.now;
    host.runFor(300_000);
    assertThat(host.checkTimes("sda", from)).isNotEmpty();
  }

  @Test
  void checksGoOnWhenDiscoveryEndsAQuarantineWhileThePathIsAsked() {
    host.start();
    sda.state = PathState.DOWN;
    host.runFor(25_000);
    sda.identity = Optional.of(new Wwid("3600b"));
    sda.state = PathState.UP;
    host.runFor(15_000);
    assertThat(host.topology().ignored()).hasSize(1);
    host.identifyMillis = 6_000;
    host.runFor(20_000);
    sda.facts = sda.facts.change().pageIdentifier(Optional.of(new Wwid("3600b"))).build();
    int before = host.identifications;
    while (host.identifications == before) {
      host.runFor(100);
    }
    host.runFor(1_000);
    host.tell(new Event.PathFound(sda.facts));
    host.runFor(30_000);
    host.identifyMillis = 2;
    long from = host.now;
    host.runFor(300_000);
    assertThat(host.checkTimes("sda", from)).isNotEmpty();
  }

  @Test
  void anUnmappedUnitThatToldOfItIsNotUsedOn() {
    host.start();
    sda.attention = true;
    sda.state = PathState.DISCONNECTED;
    sda.identity = Optional.empty();
    host.runFor(120_000);
    assertThat(host.topology().path("sda").orElseThrow().state()).isEqualTo(PathState.DOWN);
    assertThat(host.kernel.only().failed).contains(SDA);
  }

  @Test
  void aPathThatTimesOutAfterAResetIsNotUsedOn() {
    host.start();
    sda.attention = true;
    sda.state = PathState.TIMEOUT;
    sda.identity = Optional.empty();
    host.runFor(120_000);
    assertThat(host.kernel.only().failed).contains(SDA);
  }

  @Test
  void anIdentityAskedOfTheDeviceBeforeIsNoneOfTheNewOnes() {
    host.start();
    sda.state = PathState.DOWN;
    host.runFor(25_000);
    host.identifyMillis = 3_000;
    sda.state = PathState.UP;
    int before = host.identifications;
    while (host.identifications == before) {
      host.runFor(10);
    }
    // sda is another device now
    sda.facts = FakeHost.facts("sda", 64, "3600c");
    sda.identity = Optional.of(new Wwid("3600c"));
    host.tell(new Event.PathFound(sda.facts));
    host.identifyMillis = 2;
    host.runFor(20_000);
    assertThat(host.reports)
        .extracting(r -> r.decision())
        .noneMatch(d -> d.startsWith("path taken out of"));
  }

  @Test
  void aQuarantinedPathIsNotUsedThoughAnotherProgramLoadsTables() {
    host.configuration = host.configuration.withPolicy("multibus");
    host.start();
    MultipathTable table = host.kernel.only().table;
    MultipathTable foreign =
        new MultipathTable(
            16384,
            List.of(),
            table.hardwareHandler(),
            1,
            List.of(new TableGroup("round-robin", List.of(), table.groups().get(0).paths())));
    for (int i = 0; i < 60; i++) {
      host.kernel.load(host.kernel.only(), foreign);
      host.runFor(11_000);
    }
    sda.identity = Optional.of(new Wwid("3600b"));
    sda.attention = true;
    host.runFor(25_000);
    host.kernel.load(host.kernel.only(), foreign);
    long bad = 0;
    for (int i = 0; i < 400; i++) {
      host.runFor(1_000);
      if (host.kernel.only().table.devices().contains(SDA)
          && !host.kernel.only().failed.contains(SDA)) {
        bad++;
      }
    }
    assertThat(bad).as("seconds in which I/O could go to the wrong disk").isLessThan(15);
  }

  @Test
  void anotherDeviceOfTheSameNameBeginsAnew() {
    host.start();
    sda.silent = true;
    host.runFor(1_000);
    sda.facts = FakeHost.facts("sda", 64, "3600c");
    sda.identity = Optional.of(new Wwid("3600c"));
    host.tell(new Event.PathFound(sda.facts));
    host.runFor(500);
    assertThat(host.topology().path("sda").orElseThrow().state()).isEqualTo(PathState.UNCHECKED);
  }

  @Test
  void aNewPathThatSaysSomethingChangedIsNotUsedBeforeItSaidWhoItIs() {
    host.start();
    host.identifyMillis = 6_000;
    FakeDevice sdc = host.path("sdc", 32, "3600a", 50);
    sdc.attention = true;
    sdc.identity = Optional.of(new Wwid("3600b"));
    host.tell(new Event.PathFound(sdc.facts));
    int bad = 0;
    for (int i = 0; i < 1000; i++) {
      host.runFor(10);
      DeviceNumber number = new DeviceNumber(8, 32);
      if (host.kernel.only().table.devices().contains(number)
          && !host.kernel.only().failed.contains(number)) {
        bad++;
      }
    }
    assertThat(bad * 10).as("ms of I/O to the wrong disk").isZero();
  }

  @Test
  void afterARestartAFailedPathThatIsAnotherDiskNowIsNotReinstated() {
    host.start();
    host.kernel.ioFails(SDA);
    FakeHost second = new FakeHost();
    second.devices.putAll(host.devices);
    second.kernel.maps.putAll(host.kernel.maps);
    second.bindings.putAll(host.bindings);
    sda.identity = Optional.of(new Wwid("3600b"));
    second.start();
    second.runFor(60_000);
    assertThat(second.kernel.log).noneMatch(o -> o.toString().contains("reinstate_path " + SDA));
  }

  @Test
  void aPathThatWasLetGoAndCannotBeComparedComesBack() {
    FakeHost another = new FakeHost();
    for (String name : List.of("sda", "sdb")) {
      FakeDevice device = another.path(name, name.equals("sda") ? 0 : 16, "3600a", 50);
      device.facts =
          device.facts.change().properties(Map.of("ID_SERIAL", "as-udev-has-it")).build();
    }
    another.start();
    another.answer(new Command.RemovePath("sda"));
    assertThat(another.kernel.only().table.devices()).hasSize(1);
    another.answer(new Command.FindPaths());
    another.runFor(20_000);
    assertThat(another.kernel.only().table.devices()).hasSize(2);
  }

  @Test
  void aNewPathThatNeverSaysWhoItIsIsUsedAllTheSame() {
    FakeHost another = new FakeHost();
    another.path("sda", 0, "3600a", 50).identity = Optional.empty();
    another.start();
    assertThat(another.topology().path("sda").orElseThrow().state()).isEqualTo(PathState.UP);
    assertThat(another.kernel.only().table.devices()).hasSize(1);
  }

  @Test
  void aPathThatWasLetGoInDoubtIsAskedWhenItIsFoundAgain() {
    sda.identity = Optional.of(new Wwid("3600b"));
    sda.attention = true;
    host.identifyMillis = 9_000;
    int before = host.identifications;
    while (host.identifications == before) {
      host.runFor(10);
    }
    host.answer(new Command.RemovePath("sda"));
    host.identifyMillis = 2;
    host.answer(new Command.FindPaths());
    host.runFor(20_000);
    assertThat(host.kernel.maps.values())
        .noneMatch(map -> map.table.devices().contains(sda.facts.number()));
  }
}
