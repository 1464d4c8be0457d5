package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.map.TableGroup;
import org.polypath.api.map.TablePath;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathState;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.AutoResize;
import org.polypath.api.settings.CreationSettings;
import org.polypath.api.settings.EventSettings;
import org.polypath.api.settings.GroupPriority;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.settings.RemovalSettings;
import org.polypath.api.settings.RemovalSettings.LastPathGone;
import org.polypath.api.settings.Setting;
import org.polypath.api.topology.Outage;
import org.polypath.core.effect.Effect.Report.Level;
import org.polypath.core.event.Event;

/** What becomes of a map as its disk and its paths change. */
class MapLifeTest {
  private final FakeHost host = new FakeHost();

  @BeforeEach
  void twoPathsToOneDisk() {
    host.path("sda", 0, "3600a", 50);
    host.path("sdb", 16, "3600a", 50);
  }

  @ParameterizedTest
  @CsvSource({
    "NEVER, 32768, 16384",
    "GROW_ONLY, 32768, 32768",
    "GROW_ONLY, 8192, 16384",
    "GROW_SHRINK, 8192, 8192"
  })
  void aMapFollowsItsDisksSizeAsConfigured(AutoResize rule, long grown, long expected) {
    host.configuration =
        host.configuration.forDaemon(settings -> settings.autoResize(Setting.builtIn(rule)));
    host.start();
    resize("sda", grown);
    host.runFor(5_000);
    assertThat(host.kernel.only().table.sectors()).as("while paths differ").isEqualTo(16384);
    resize("sdb", grown);
    host.runFor(30_000);
    assertThat(host.kernel.only().table.sectors()).isEqualTo(expected);
    assertThat(host.kernel.only().loads).isEqualTo(expected == 16384 ? 1 : 2);
  }

  @Test
  void aMapWhosePathsBecomeReadOnlyIsLoadedReadOnly() {
    host.start();
    host.devices.values().forEach(device -> change(device, true));
    host.runFor(30_000);
    assertThat(reloads()).singleElement().satisfies(r -> assertThat(r.readOnly()).isTrue());
  }

  @ParameterizedTest
  @CsvSource({"30, 30", "300, 300", "5, 5", "0, 1"})
  void aNewMapWaitsForUdevAsLongAsConfigured(int configured, int seconds) {
    EventSettings events = EventSettings.BUILT_IN;
    host.configuration =
        host.configuration.forDaemon(
            daemon ->
                daemon.events(
                    new EventSettings(
                        events.merged(),
                        events.retriggerTries(),
                        events.retriggerDelay(),
                        Setting.builtIn(configured),
                        events.findTimeout())));
    host.start();
    assertThat(created().patience()).isEqualTo(Duration.ofSeconds(seconds));
  }

  @Test
  void aMapWithOnlyGhostsIsKeptFromItsUsersForTheDelay() {
    host.configuration =
        host.configuration.forMaps(
            maps ->
                maps.creation(
                    new CreationSettings(
                        Setting.builtIn(20),
                        Setting.builtIn(false),
                        CreationSettings.BUILT_IN.maxSectors(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
    host.devices.values().forEach(device -> device.state = PathState.GHOST);
    host.start();
    assertThat(created().hints().noUsablePath()).isTrue();
    host.runFor(25_000);
    assertThat(reloads())
        .singleElement()
        .satisfies(r -> assertThat(r.hints().noUsablePath()).isFalse());
  }

  @ParameterizedTest
  @CsvSource({
    "KEEP, 0, false, 0",
    "REMOVE_UNUSED, 0, false, 1",
    "REMOVE_UNUSED, 1, false, 0",
    "REMOVE_UNUSED, 1, true, 1",
    "FAIL_AND_REMOVE, 0, false, 1"
  })
  void whenTheLastPathHasGoneTheMapGoesAsConfigured(
      LastPathGone rule, int openCount, boolean deferred, int removals) {
    host.configuration =
        host.configuration
            .with(NoPathRetry.QUEUE)
            .forMaps(
                maps ->
                    maps.removal(
                        new RemovalSettings(Setting.builtIn(rule), Setting.builtIn(deferred))));
    host.start();
    host.kernel.only().openCount = openCount;
    host.runFor(10_000);
    host.devices.clear();
    host.tell(new Event.PathLost("sda"));
    host.tell(new Event.PathLost("sdb"));
    host.runFor(20_000);
    assertThat(host.kernel.log.stream().filter(MapOperation.Remove.class::isInstance).count())
        .isEqualTo(removals);
    assertThat(host.kernel.log)
        .filteredOn(operation -> operation.toString().contains("fail_if_no_path"))
        .hasSize(rule == LastPathGone.FAIL_AND_REMOVE ? 1 : 0);
  }

  @Test
  void lossForATimeAndLossForGoodAreToldApartOnce() {
    host.start();
    assertThat(host.topology().map("mpatha").orElseThrow().outage()).isEmpty();
    host.devices.values().forEach(device -> device.state = PathState.DOWN);
    host.runFor(60_000);
    assertThat(host.topology().map("mpatha").orElseThrow().outage()).contains(Outage.TEMPORARY);
    host.devices.values().forEach(device -> device.state = PathState.DISCONNECTED);
    host.runFor(60_000);
    assertThat(host.topology().map("mpatha").orElseThrow().outage()).contains(Outage.PERMANENT);
    assertThat(host.reports)
        .filteredOn(report -> report.level() == Level.ERROR)
        .extracting("decision")
        .containsOnlyOnce("all paths down", "the disk is gone");
  }

  @Test
  void theSumOfPrioritiesMayDecideWhichGroupIsBest() {
    host.path("sdc", 32, "3600a", 40);
    host.path("sdd", 48, "3600a", 40);
    host.devices.get("sdb").priority = 70;
    host.devices.get("sda").priority = 70;
    host.path("sde", 64, "3600a", 40);
    host.path("sdf", 80, "3600a", 40);
    host.configuration =
        host.configuration.forMaps(maps -> maps.groupPriority(Setting.builtIn(GroupPriority.SUM)));
    host.start();
    assertThat(host.topology().map("mpatha").orElseThrow().groups())
        .extracting("priority")
        .containsExactly(160, 140);
  }

  private MapOperation.Create created() {
    return host.kernel.log.stream()
        .filter(MapOperation.Create.class::isInstance)
        .map(MapOperation.Create.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private List<MapOperation.Reload> reloads() {
    return host.kernel.log.stream()
        .filter(MapOperation.Reload.class::isInstance)
        .map(MapOperation.Reload.class::cast)
        .toList();
  }

  private void resize(String name, long sectors) {
    FakeDevice device = host.devices.get(name);
    device.facts = device.facts.change().sectors(sectors).build();
    host.tell(new Event.PathFound(device.facts));
  }

  private void change(FakeDevice device, boolean readOnly) {
    device.facts = device.facts.change().readOnly(readOnly).build();
    host.tell(new Event.PathFound(device.facts));
  }

  @Test
  void aPathWhoseGroupIsKnownLaterIsPlannedAnew() {
    host.start().runFor(30_000);
    int plans = host.plans;
    FakeDevice sda = host.devices.get("sda");
    sda.facts = sda.facts.change().serial("found out later").build();
    host.tell(new Event.PathFound(sda.facts));
    host.runFor(1_000);
    assertThat(host.plans).isEqualTo(plans + 1);
  }

  @Test
  void pathsThatTheKernelUsesAndNobodyCanJudgeYetDoNotEndQueueing() {
    host.configuration = host.configuration.with(NoPathRetry.retries(2));
    host.start();
    FakeHost second = new FakeHost();
    second.configuration = host.configuration;
    second.devices.putAll(host.devices);
    second.kernel.maps.putAll(host.kernel.maps);
    second.bindings.putAll(host.bindings);
    second.devices.values().forEach(d -> d.state = PathState.PENDING);
    second.start();
    second.runFor(60_000);
    assertThat(second.kernel.log).noneMatch(o -> o.toString().contains("fail_if_no_path"));
  }

  @Test
  void aMapOfDisksThatAreNotKnownYetIsLeftAlone() {
    host.start();

    MultipathTable table =
        new MultipathTable(
            16384,
            List.of(),
            List.of(),
            1,
            List.of(
                new TableGroup(
                    "service-time",
                    List.of(),
                    List.of(new TablePath(new DeviceNumber(8, 64), List.of("1"))))));
    host.kernel.maps.put(
        "other",
        new FakeKernel.KernelSide(new Wwid("3600f"), "other", new DeviceNumber(254, 77), table));
    host.tell(new Event.MapStirred("other"));
    host.runFor(2_000);
    FakeDevice sde = host.path("sde", 64, "3600f", 50);
    host.tell(new Event.PathFound(sde.facts));
    host.runFor(5_000);
    assertThat(host.kernel.log).noneMatch(o -> o.toString().startsWith("Remove"));
  }

  @Test
  void aMapThatAnotherProgramRenamesInTheMidstOfAnOperationGetsItsNameBack() {
    host.start();
    host.devices.get("sda").state = PathState.DOWN;
    while (host.kernel.log.stream().noneMatch(o -> o.toString().contains("fail_path"))) {
      host.runFor(1);
    }
    renamedByAnother("other");
    host.runFor(1_000);
    assertThat(host.kernel.maps).containsOnlyKeys("mpatha");
  }

  @Test
  void nobodyIsFoughtOverANameInALoop() {
    host.start();
    for (int second = 0; second < 60; second++) {
      if (host.kernel.maps.containsKey("mpatha")) {
        renamedByAnother("other");
      }
      host.runFor(1_000);
    }
    assertThat(host.kernel.log.stream().filter(MapOperation.Rename.class::isInstance).count())
        .isBetween(3L, 6L);
    host.runFor(300_000);
    assertThat(host.kernel.maps).containsOnlyKeys("mpatha");
  }

  private void renamedByAnother(String name) {
    host.tell(new Event.MapStirred(host.kernel.only().name));
    host.kernel.name(host.kernel.only(), name);
    host.tell(new Event.MapStirred(name));
  }
}
