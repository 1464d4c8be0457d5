package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathState;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command;
import org.polypath.api.settings.Failback;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.core.FakeKernel.KernelSide;
import org.polypath.core.event.Event;

/** Things that happen just when something else is under way. Each was a fault once. */
class AwkwardMomentsTest {
  private static final DeviceNumber SDA = new DeviceNumber(8, 0);
  private static final DeviceNumber SDB = new DeviceNumber(8, 16);

  private FakeHost host = new FakeHost();

  @BeforeEach
  void twoPathsToOneDisk() {
    host.path("sda", 0, "3600a", 50);
    host.path("sdb", 16, "3600a", 10);
  }

  private void become(String name, PathFacts facts) {
    FakeDevice device = host.devices.get(name);
    device.facts = facts;
    device.identity = facts.pageIdentifier().or(() -> device.identity);
    host.tell(new Event.PathFound(facts));
  }

  private PathFacts withoutWwid(String name) {
    return host.devices.get(name).facts.change().pageIdentifier(Optional.empty()).build();
  }

  @Test
  void aMapThatIsRemovedByUsWhileItIsReadWasNotRemovedByAnother() {
    host.start();
    host.readMillis = 300;
    host.tell(new Event.MapStirred("mpatha"));
    Set.copyOf(host.devices.keySet()).forEach(name -> host.tell(new Event.PathLost(name)));
    host.devices.clear();
    host.runFor(30_000);
    assertThat(host.kernel.maps).isEmpty();
    host.tell(new Event.PathFound(host.path("sdc", 32, "3600a", 50).facts));
    host.runFor(30_000);
    assertThat(host.reports).noneMatch(report -> report.because().contains("another program"));
    assertThat(host.kernel.only().table.devices()).containsExactly(new DeviceNumber(8, 32));
  }

  /** Nobody is asked who he is as long as he does not count, and what was told is told once. */
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 5, 50, 500, 4_000})
  void aDoubtOutlastsThatThePathIsExcluded(long millis) {
    host.start();
    host.kernel.only().openCount = 1;
    FakeDevice device = host.devices.get("sdb");
    device.state = PathState.PENDING;
    host.runFor(20_000);
    host.identifyMillis = 9_000;
    device.identity = Optional.of(new Wwid("3600b"));
    device.attention = true;
    while (device.attention) {
      host.runFor(1);
    }
    host.runFor(millis);
    host.configuration = host.configuration.withBlacklisted("sd");
    host.give(new Command.Reconfigure(false));
    host.runFor(50);
    host.configuration =
        host.configuration.withBlacklisted(FixedConfiguration.DEFAULT.blacklisted());
    host.give(new Command.Reconfigure(false));
    host.identifyMillis = 2;
    host.runFor(60_000);
    KernelSide map = host.kernel.only();
    assertThat(map.table.devices().contains(SDB) && !map.failed.contains(SDB)).isFalse();
  }

  @Test
  void aMapThatIsBeingRemovedByUsWhileAllAreListedWasNotRemovedByAnother() {
    host.start();
    host.devices.clear();
    host.tell(new Event.PathLost("sda"));
    host.tell(new Event.PathLost("sdb"));
    host.runFor(0);
    host.tell(new Event.PathFound(host.path("sdc", 32, "3600a", 50).facts));
    host.give(new Command.Reconfigure(false));
    host.runFor(30_000);
    assertThat(host.reports).noneMatch(report -> report.because().contains("another program"));
    assertThat(host.kernel.only().table.devices()).containsExactly(new DeviceNumber(8, 32));
  }

  @Test
  void theOnlyPathOfAMapInUseThatLeadsElsewhereGetsNoMoreIo() {
    host = new FakeHost();
    host.path("sda", 0, "3600a", 50);
    host.start();
    host.kernel.only().openCount = 1;
    host.runFor(6_000);
    become("sda", FakeHost.facts("sda", 0, "3600b"));
    host.runFor(100);
    assertThat(host.kernel.log)
        .anyMatch(operation -> operation.toString().contains("fail_path " + SDA));
    host.runFor(120_000);
    assertThat(host.kernel.maps.get("mpatha").table.devices()).isEmpty();
  }

  @Test
  void aPathThatLeadsElsewhereIsFailedEvenIfTheReloadIsRefused() {
    host.start();
    host.kernel.refusals.put(
        "Reload", new MapOutcome.Refused(MapOutcome.Refusal.OTHER, "out of memory"));
    become("sdb", FakeHost.facts("sdb", 16, "3600b"));
    host.runFor(30_000);
    assertThat(host.kernel.maps.get("mpatha").failed).contains(SDB);
  }

  @Test
  void aPathThatWasIgnoredWhileItsCheckWasUnderWayIsCheckedAgain() {
    host.start();
    FakeDevice sdb = host.devices.get("sdb");
    sdb.silent = true;
    host.runFor(6_000);
    host.tell(new Event.PathFound(FakeHost.facts("sdb", 16, "3600x")));
    host.runFor(40_000);
    sdb.silent = false;
    sdb.state = PathState.DOWN;
    host.tell(new Event.PathFound(sdb.facts));
    host.runFor(120_000);
    assertThat(host.topology().path("sdb").orElseThrow().state()).isEqualTo(PathState.DOWN);
  }

  @Test
  void aNewPathWhoseDeviceSaidThatItIsAnotherWhileNoDaemonListenedGetsNoIo() {
    host.path("sdc", 32, "3600a", 50).identity = Optional.of(new Wwid("3600b"));
    host.start();
    host.runFor(10_000);
    assertThat(host.kernel.only().table.devices()).containsExactlyInAnyOrder(SDA, SDB);
    assertThat(host.topology().ignored())
        .extracting(path -> path.facts().name())
        .containsExactly("sdc");
  }

  @Test
  void anAnswerAboutTheDiskBeforeIsNotTakenForTheNewOne() {
    host.start();
    FakeDevice sdb = host.devices.get("sdb");
    sdb.silent = true;
    host.runFor(6_000);
    become("sdb", FakeHost.facts("sdb", 16, "3600b"));
    sdb.silent = false;
    host.runFor(3_000);
    assertThat(host.topology().path("sdb").orElseThrow().state()).isEqualTo(PathState.UP);
  }

  @Test
  void aWwidThatCannotBeReadForAMomentLeavesTheMapAlone() {
    host.start();
    host.devices.keySet().forEach(name -> host.tell(new Event.PathFound(withoutWwid(name))));
    host.runFor(20_000);
    assertThat(host.kernel.only().loads).isEqualTo(1);
    assertThat(host.kernel.only().table.groups()).hasSize(2);
  }

  @Test
  void aUdevPropertyThatIsMissingForAMomentMakesNoOtherDiskOfThePath() {
    host = new FakeHost();
    FakeDevice device = host.path("sda", 0, "35000a", 50);
    device.facts = device.facts.change().properties(Map.of("ID_SERIAL", "DISK_1")).build();
    host.start();
    become("sda", device.facts.change().properties(Map.of()).build());
    host.runFor(60_000);
    assertThat(host.kernel.only().failed).isEmpty();
    assertThat(host.kernel.maps).containsOnlyKeys("mpatha");

    become("sda", device.facts.change().pageIdentifier(Optional.of(new Wwid("35000b"))).build());
    host.runFor(60_000);
    assertThat(host.kernel.maps).as("it is another disk").containsOnlyKeys("mpathb");
  }

  @Test
  void aPathIsNotCheckedWhileItIsRanked() {
    host.start();
    host.rankMillis = 7_000;
    host.runFor(60_000);
    assertThat(host.overlaps).isZero();
  }

  @Test
  void failbackWorksAfterARankingWhoseAnswerWasDropped() {
    host.configuration = host.configuration.with(Failback.IMMEDIATE);
    host.start();
    host.rankMillis = 2_000;
    host.runFor(6_000);
    host.tell(new Event.PathFound(FakeHost.facts("sdb", 16, "3600x")));
    host.runFor(2_500);
    host.rankMillis = 3;
    host.tell(new Event.PathFound(host.devices.get("sdb").facts));
    host.runFor(20_000);
    host.devices.get("sda").state = PathState.DOWN;
    host.runFor(10_000);
    host.devices.get("sda").state = PathState.UP;
    host.runFor(60_000);
    assertThat(host.kernel.only().group).isEqualTo(1);
  }

  @Test
  void aLimitSetWhileIoWaitsForEverIsKept() {
    host.configuration = host.configuration.with(NoPathRetry.QUEUE);
    host.start();
    host.devices.values().forEach(device -> device.state = PathState.DOWN);
    host.runFor(10_000);
    host.configuration = host.configuration.with(NoPathRetry.retries(3));
    host.answer(new Command.Reconfigure(false));
    host.runFor(300_000);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isFalse();
  }

  @Test
  void aPathThatNobodyCanCheckDoesNotKeepIoWaiting() {
    host.configuration = host.configuration.with(NoPathRetry.retries(3));
    host.faulty = "sdb";
    host.start();
    host.kernel.ioFails(SDB);
    host.devices.get("sda").state = PathState.DOWN;
    host.runFor(300_000);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isFalse();
  }

  @Test
  void aReloadDoesNotReviveADeadPath() {
    host.configuration = host.configuration.withPolicy("multibus");
    host.start();
    host.devices.get("sdb").silent = true;
    host.runFor(40_000);
    assertThat(host.kernel.only().failed).contains(SDB);
    FakeDevice sdc = host.path("sdc", 32, "3600a", 50);
    host.tell(new Event.PathFound(sdc.facts));
    host.runFor(4_000);
    assertThat(host.kernel.only().loads).isEqualTo(2);
    assertThat(host.kernel.only().failed).contains(SDB);
  }

  @Test
  void aRestartBesideAHungPathReloadsNothing() {
    host.path("sdc", 32, "3600a", 50);
    host.path("sdd", 48, "3600a", 10);
    host.start().runFor(20_000);
    FakeHost next = new FakeHost();
    next.devices.putAll(host.devices);
    next.kernel.maps.putAll(host.kernel.maps);
    next.devices.get("sdc").silent = true;
    next.start().runFor(20_000);
    next.devices.get("sdc").silent = false;
    next.runFor(60_000);
    assertThat(next.kernel.only().loads).isEqualTo(1);
  }

  @Test
  void aNameThatWasTakenForAMomentIsTriedAgain() {
    host.kernel.refusals.put(
        "Create", new MapOutcome.Refused(MapOutcome.Refusal.NAME_TAKEN, "exists"));
    host.start().runFor(10_000);
    host.kernel.refusals.clear();
    host.runFor(1_000_000);
    assertThat(host.kernel.maps).hasSize(1);
  }

  @Test
  void aPathThatJoinsDuringCreationDoesNotCreateTwice() {
    host = new FakeHost();
    host.readMillis = 30;
    host.path("sda", 0, "3600a", 50);
    host.startNow();
    while (host.kernel.log.isEmpty()) {
      host.runFor(1);
    }
    FakeDevice sdb = host.path("sdb", 16, "3600a", 50);
    host.tell(new Event.PathFound(sdb.facts));
    host.runFor(3_000);
    assertThat(host.kernel.log).filteredOn(MapOperation.Create.class::isInstance).hasSize(1);
    assertThat(host.kernel.only().table.devices()).containsExactlyInAnyOrder(SDA, SDB);
  }

  @Test
  void aStatusOfTheTableBeforeBreaksNothing() {
    host.start();
    KernelSide map = host.kernel.only();
    map.openCount = 1;
    MultipathTable table = map.table;
    host.kernel.load(map, new MultipathTable(table.sectors(), List.of(), List.of(), 0, List.of()));
    map.group = 1;
    host.tell(new Event.MapStirred("mpatha"));
    host.runFor(100_000);
    assertThat(map.table.devices()).hasSize(2);
  }

  @Test
  void aPathThatCannotBeReinstatedYetHasNotFailedAgain() {
    host.start();
    FakeDevice sda = host.devices.get("sda");
    sda.state = PathState.DOWN;
    host.runFor(25_000);
    host.kernel.only().suspended = true;
    sda.state = PathState.UP;
    host.runFor(60_000);
    assertThat(host.topology().path("sda").orElseThrow().failures()).isEqualTo(1);
    host.kernel.only().suspended = false;
    host.runFor(25_000);
    assertThat(host.kernel.only().failed).isEmpty();
    assertThat(host.topology().path("sda").orElseThrow().state()).isEqualTo(PathState.UP);
  }

  @Test
  void aNumberThatBecameAnotherDisksWhileATableWasLoadedGetsNoIo() {
    host.devices.remove("sdb");
    host.start();
    host.readMillis = 5_000;
    host.tell(new Event.PathFound(host.path("sdb", 16, "3600a", 50).facts));
    while (host.kernel.only().table.devices().size() < 2) {
      host.runFor(1);
    }
    host.tell(new Event.PathLost("sdb"));
    host.tell(new Event.PathFound(host.path("sdb", 16, "3600b", 50).facts));
    host.runFor(30);
    assertThat(host.kernel.only().failed).containsExactly(new DeviceNumber(8, 16));
  }

  @Test
  void aTableWithoutAUsablePathIsNotSaidToBeReady() {
    FakeDevice sdb = host.devices.get("sdb");
    sdb.facts = sdb.facts.change().sectors(8).build();
    host.start();
    host.devices.get("sda").state = PathState.DOWN;
    host.runFor(25_000);
    host.answer(new Command.Reconfigure(true));
    assertThat(host.kernel.log)
        .filteredOn(MapOperation.Reload.class::isInstance)
        .singleElement()
        .satisfies(
            reload -> assertThat(((MapOperation.Reload) reload).hints().noUsablePath()).isTrue());
  }

  @Test
  void aRenameAndAReloadInOneAreBothDone() {
    host.start();
    host.configuration = host.configuration.withAlias("disk1").withPolicy("multibus");
    host.answer(new Command.Reconfigure(true));
    host.runFor(60_000);
    assertThat(host.kernel.maps).containsOnlyKeys("disk1");
    assertThat(host.kernel.only().loads).isEqualTo(2);
    assertThat(host.reports).noneMatch(report -> report.decision().equals("not done"));
  }

  @Test
  void aRemovedMapLeavesNoTimerBehind() {
    host.configuration = host.configuration.with(NoPathRetry.retries(3));
    host.start();
    host.devices.values().forEach(device -> device.state = PathState.DOWN);
    host.runFor(7_000);
    host.answer(new Command.RemoveMap("mpatha"));
    host.runFor(60_000);
    assertThat(host.core.nextDeadline().orElseThrow()).isGreaterThan(host.now);
  }

  @Test
  void otherHardwareEntriesBringNoRemovedMapBack() {
    host.start();
    host.answer(new Command.RemoveMap("mpatha"));
    host.tell(new Event.PluginsChanged());
    host.runFor(10_000);
    assertThat(host.kernel.maps).isEmpty();
  }

  @Test
  void aListingOfPathsThatFailsIsTriedAgain() {
    host.start();
    host.devices.clear();
    host.path("sdx", 96, "3600x", 50);
    host.refuseScan = true;
    host.tell(new Event.PathsUncertain());
    host.runFor(20_000);
    assertThat(host.topology().path("sdx")).isEmpty();
    host.refuseScan = false;
    host.runFor(10_000);
    assertThat(host.topology().path("sdx")).isPresent();
  }
}
