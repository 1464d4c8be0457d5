package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapOutcome.Refused;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathState;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.settings.Failback;
import org.polypath.api.settings.FindMultipaths;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.PathSnapshot.KernelPathState;
import org.polypath.core.event.Event;

/** What the core decides, seen over simulated time. */
class CoreTest {
  private static final DeviceNumber SDA = new DeviceNumber(8, 0);

  private final FakeHost host = new FakeHost();

  @BeforeEach
  void twoPathsToOneDisk() {
    host.path("sda", 0, "3600a", 50);
    host.path("sdb", 16, "3600a", 10);
  }

  @Test
  void pathsOfOneDiskBecomeOneMapWithTheBestGroupFirst() {
    host.start();
    assertThat(host.kernel.only().table.parameters())
        .isEqualTo("0 1 alua 2 1 service-time 0 1 1 8:0 1 service-time 0 1 1 8:16 1");
    MapSnapshot map = host.topology().map("mpatha").orElseThrow();
    assertThat(map.groups()).extracting("priority").containsExactly(50, 10);
    assertThat(host.topology().busy()).isFalse();
    assertThat(host.remembered).extracting("text").containsExactly("3600a");
  }

  @Test
  void aMapThatIsAsItShouldBeIsAdoptedUntouched() {
    host.start();
    FakeHost next = new FakeHost();
    next.devices.putAll(host.devices);
    next.kernel.maps.putAll(host.kernel.maps);
    next.start().runFor(60_000);
    assertThat(next.kernel.log).isEmpty();
    assertThat(next.topology().map("mpatha")).isPresent();
  }

  @Test
  void aMapThatIsFailedOverIsAdoptedUntouchedWithManualFailback() {
    host.start();
    host.devices.get("sda").state = PathState.DOWN;
    host.kernel.ioFails(SDA);
    FakeHost next = new FakeHost();
    next.devices.putAll(host.devices);
    next.kernel.maps.putAll(host.kernel.maps);
    next.start().runFor(60_000);
    assertThat(next.kernel.log).isEmpty();
  }

  @Test
  void aPathThatGoesDownIsFailedInTheKernelWithinAPollingInterval() {
    host.start();
    host.devices.get("sda").state = PathState.DOWN;
    host.runFor(5_100);
    assertThat(host.kernel.only().failed).containsExactly(SDA);
    assertThat(host.topology().path("sda").orElseThrow().state()).isEqualTo(PathState.DOWN);
    assertThat(host.kernel.only().loads).isEqualTo(1);
  }

  @Test
  void aPathThatTheKernelFailedIsDownAtOnceAndComesBackWithTheNextGoodCheck() {
    host.start();
    host.kernel.ioFails(SDA);
    host.tell(new Event.MapStirred("mpatha"));
    host.runFor(10);
    assertThat(host.topology().path("sda").orElseThrow().state()).isEqualTo(PathState.DOWN);
    host.runFor(2_000);
    assertThat(host.topology().path("sda").orElseThrow().state()).isEqualTo(PathState.UP);
    assertThat(host.kernel.only().failed).isEmpty();
  }

  @Test
  void withManualFailbackTheMapStaysWhereItIs() {
    failOverAndRepair(Failback.MANUAL);
    assertThat(host.kernel.only().group).isEqualTo(2);
    assertThat(host.kernel.only().loads).isEqualTo(1);
  }

  @Test
  void withImmediateFailbackTheMapGoesBackByASwitch() {
    failOverAndRepair(Failback.IMMEDIATE);
    assertThat(host.kernel.only().group).isEqualTo(1);
    assertThat(host.kernel.only().loads).isEqualTo(1);
  }

  @Test
  void aPathThatNeverAnswersDoesNotKeepIoFromTheBestGroup() {
    host.configuration = host.configuration.with(Failback.IMMEDIATE);
    host.path("sda", 0, "3600a", 10);
    FakeDevice sdb = host.path("sdb", 16, "3600a", 50);
    FakeDevice sdc = host.path("sdc", 32, "3600a", 50);
    sdb.state = PathState.PENDING;
    sdc.state = PathState.PENDING;
    host.start().runFor(10_000);
    assertThat(host.kernel.only().table.groups()).hasSize(2);
    sdb.state = PathState.UP;
    host.runFor(60_000);
    assertThat(host.kernel.only().group).isEqualTo(2);
  }

  @Test
  void withDeferredFailbackTheMapGoesBackAfterThatTime() {
    failOverAndRepair(Failback.after(30));
    assertThat(host.kernel.only().group).isEqualTo(2);
    assertThat(host.topology().map("mpatha").orElseThrow().failbackSeconds()).isBetween(15, 30);
    host.runFor(30_000);
    assertThat(host.kernel.only().group).isEqualTo(1);
  }

  @Test
  void withFollowoverTheMapGoesBackWhenTheFirstPathOfTheBestGroupReturns() {
    failOverAndRepair(Failback.FOLLOWOVER);
    assertThat(host.kernel.only().group).isEqualTo(1);
  }

  private void failOverAndRepair(Failback failback) {
    host.configuration = host.configuration.with(failback);
    host.start();
    host.devices.get("sda").state = PathState.DOWN;
    host.runFor(6_000);
    assertThat(host.kernel.only().group).isEqualTo(2);
    host.devices.get("sda").state = PathState.UP;
    host.runFor(6_000);
    assertThat(host.kernel.only().failed).isEmpty();
  }

  @Test
  void groupsFollowWhenTheArrayMovesTheDisk() {
    host.configuration = host.configuration.with(Failback.IMMEDIATE);
    host.start();
    host.devices.get("sda").priority = 10;
    host.devices.get("sdb").priority = 50;
    host.runFor(10_000);
    assertThat(host.kernel.only().table.parameters())
        .isEqualTo("0 1 alua 2 1 service-time 0 1 1 8:16 1 service-time 0 1 1 8:0 1");
    int loads = host.kernel.only().loads;
    host.runFor(60_000);
    assertThat(host.kernel.only().loads).as("no reload loop").isEqualTo(loads);
  }

  @Test
  void pathsThatChangePriorityTogetherAreRegroupedOnce() {
    host.path("sdc", 32, "3600a", 50);
    host.path("sdd", 48, "3600a", 10);
    host.configuration = host.configuration.with(Failback.IMMEDIATE);
    host.start();
    for (FakeDevice device : host.devices.values()) {
      device.priority = 60 - device.priority;
    }
    host.runFor(20_000);
    assertThat(host.kernel.only().loads).isEqualTo(2);
    assertThat(host.kernel.only().table.parameters())
        .isEqualTo("0 1 alua 2 1 service-time 0 2 1 8:16 1 8:48 1 service-time 0 2 1 8:0 1 8:32 1");
  }

  @Test
  void limitedRetriesQueueThenFailThenQueueAgain() {
    host.configuration = host.configuration.with(NoPathRetry.retries(3));
    host.start();
    assertThat(host.kernel.only().table.queuesWithoutPath()).isTrue();
    host.devices.values().forEach(device -> device.state = PathState.DOWN);
    host.runFor(6_000);
    assertThat(host.topology().map("mpatha").orElseThrow().queueingSeconds()).isPositive();
    host.runFor(20_000);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isFalse();
    host.devices.values().forEach(device -> device.state = PathState.UP);
    host.runFor(6_000);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isTrue();
    assertThat(host.topology().map("mpatha").orElseThrow().statistics().mapFailures()).isEqualTo(1);
  }

  @Test
  void aSilentPathHoldsNobodyUp() {
    host.devices.get("sdb").silent = true;
    host.start();
    assertThat(host.kernel.maps).containsKey("mpatha");
    host.devices.get("sda").state = PathState.DOWN;
    host.runFor(5_100);
    assertThat(host.topology().path("sda").orElseThrow().state()).isEqualTo(PathState.DOWN);
    assertThat(host.topology().path("sdb").orElseThrow().checkAge()).isPresent();
    host.runFor(30_000);
    assertThat(host.topology().path("sdb").orElseThrow().state()).isEqualTo(PathState.DOWN);
  }

  @Test
  void aPathThatLeavesIsTakenOutOfTheTable() {
    host.start();
    host.devices.remove("sdb");
    host.tell(new Event.PathLost("sdb"));
    host.runFor(1_000);
    assertThat(host.kernel.only().table.parameters())
        .isEqualTo("0 1 alua 1 1 service-time 0 1 1 8:0 1");
  }

  @Test
  void aMapWhosePathsAllLeftIsRemovedUnlessItIsInUse() {
    host.start();
    host.kernel.only().openCount = 1;
    host.tell(new Event.MapStirred("mpatha"));
    host.runFor(100);
    host.tell(new Event.PathLost("sda"));
    host.tell(new Event.PathLost("sdb"));
    host.runFor(1_000);
    assertThat(host.kernel.maps).hasSize(1);

    FakeHost unused = new FakeHost();
    unused.path("sda", 0, "3600a", 50);
    unused.start();
    unused.tell(new Event.PathLost("sda"));
    unused.runFor(1_000);
    assertThat(unused.kernel.maps).isEmpty();
  }

  @Test
  void aPathThatLeadsToAnotherDiskIsMovedToItsMap() {
    host.start();
    FakeDevice sdb = host.devices.get("sdb");
    sdb.facts = FakeHost.facts("sdb", 16, "3600b");
    sdb.identity = sdb.facts.pageIdentifier();
    host.tell(new Event.PathFound(sdb.facts));
    host.runFor(4_000);
    assertThat(host.kernel.maps.get("mpatha").table.parameters())
        .isEqualTo("0 1 alua 1 1 service-time 0 1 1 8:0 1");
    assertThat(host.kernel.maps.get("mpathb").table.parameters())
        .isEqualTo("0 1 alua 1 1 service-time 0 1 1 8:16 1");
  }

  @Test
  void anOfflinePathIsNotLoadedUntilItRuns() {
    FakeDevice sdb = host.devices.get("sdb");
    sdb.facts = sdb.facts.change().deviceState(DeviceState.OFFLINE).build();
    host.start();
    assertThat(host.kernel.only().table.parameters())
        .isEqualTo("0 1 alua 1 1 service-time 0 1 1 8:0 1");
    assertThat(host.topology().path("sdb").orElseThrow().state()).isEqualTo(PathState.DOWN);
    sdb.facts = sdb.facts.change().deviceState(DeviceState.RUNNING).build();
    host.runFor(6_000);
    assertThat(host.kernel.only().table.groups()).hasSize(2);
  }

  @Test
  void blacklistedPathsAreLeftAlone() {
    host.path("sdz", 400, "3600a", 50);
    host.start();
    assertThat(host.topology().path("sdz")).isEmpty();
    assertThat(host.topology().ignored())
        .singleElement()
        .satisfies(p -> assertThat(p.message()).contains("^sdz"));
    assertThat(host.kernel.only().table.groups()).hasSize(2);
  }

  @Test
  void findMultipathsDecidesWhatBecomesAMap() {
    host.path("sdc", 32, "3600c", 50);
    host.configuration = host.configuration.with(FindMultipaths.ON);
    host.start();
    assertThat(host.kernel.maps.values())
        .extracting(map -> map.wwid.text())
        .containsExactly("3600a");

    FakeHost strict = new FakeHost();
    strict.path("sda", 0, "3600a", 50);
    strict.path("sdb", 16, "3600a", 50);
    strict.configuration = strict.configuration.with(FindMultipaths.STRICT);
    strict.start();
    assertThat(strict.kernel.maps).isEmpty();
  }

  @Test
  void commandsFailAndReinstateAPath() {
    host.start();
    assertThat(host.answer(new Command.FailPath("/dev/sda"))).isEqualTo(CommandResult.OK);
    assertThat(host.kernel.log).contains(new MapOperation.Message("mpatha", "fail_path 8:0"));
    assertThat(host.answer(new Command.ReinstatePath("8:0"))).isEqualTo(CommandResult.OK);
    assertThat(host.topology().path("sda").orElseThrow().kernelState())
        .isEqualTo(KernelPathState.ACTIVE);
    assertThat(host.answer(new Command.FailPath("sdx")).succeeded()).isFalse();
  }

  @Test
  void aRemovedMapStaysAwayUntilReconfigured() {
    host.start();
    assertThat(host.answer(new Command.RemoveMap("mpatha"))).isEqualTo(CommandResult.OK);
    host.runFor(60_000);
    assertThat(host.kernel.maps).isEmpty();
    assertThat(host.answer(new Command.Reconfigure(false))).isEqualTo(CommandResult.OK);
    assertThat(host.kernel.maps).containsKey("mpatha");
  }

  @Test
  void aMapInUseIsNotRemoved() {
    host.start();
    host.kernel.only().openCount = 1;
    assertThat(host.answer(new Command.RemoveMap("mpatha")).text())
        .isEqualTo("map or partition in use");
    assertThat(host.answer(new Command.RemoveMaps()).text()).isEqualTo("map in use: mpatha");
    host.kernel.only().openCount = 0;
    assertThat(host.answer(new Command.RemoveMaps())).isEqualTo(CommandResult.OK);
  }

  @Test
  void aMapThatAnotherProgramRemovedIsLetGo() {
    host.start();
    host.kernel.maps.clear();
    host.tell(new Event.MapStirred("mpatha"));
    host.runFor(60_000);
    assertThat(host.kernel.maps).isEmpty();
    assertThat(host.topology().maps()).isEmpty();
  }

  @Test
  void aTableThatAnotherProgramLoadsIsPutRightOnce() {
    host.start();
    var table = host.kernel.only().table;
    host.kernel.only().table =
        new MultipathTable(
            table.sectors(), List.of(), List.of("alua"), 1, table.groups().subList(0, 1));
    host.runFor(6_000);
    assertThat(host.kernel.only().table.groups()).hasSize(2);
    assertThat(host.kernel.only().loads).isEqualTo(2);
  }

  @Test
  void reconfigureAllLoadsEveryTableAgain() {
    host.start();
    host.answer(new Command.Reconfigure(true));
    assertThat(host.kernel.only().loads).isEqualTo(2);
    host.answer(new Command.Reconfigure(false));
    assertThat(host.kernel.only().loads).isEqualTo(2);
  }

  @Test
  void anUnreadableConfigurationChangesNothingAndSaysWhy() {
    host.start();
    host.refuseConfiguration = Optional.of("multipath.conf:3: no");
    assertThat(host.answer(new Command.Reconfigure(false)).text())
        .isEqualTo("multipath.conf:3: no");
    host.runFor(10_000);
    assertThat(host.kernel.only().loads).isEqualTo(1);
  }

  @Test
  void anAliasRenamesTheMap() {
    host.start();
    host.configuration = host.configuration.withAlias("disk1");
    host.answer(new Command.Reconfigure(false));
    assertThat(host.kernel.maps).containsOnlyKeys("disk1");
    assertThat(host.kernel.only().loads).isEqualTo(1);
  }

  @Test
  void aRefusedMapIsTriedAgainLessAndLessOften() {
    host.kernel.refusals.put(
        "Create", new Refused(MapOutcome.Refusal.PATH_UNAVAILABLE, "sda is busy"));
    host.start().runFor(100_000);
    assertThat(host.kernel.log).hasSizeBetween(3, 6);
    host.kernel.refusals.clear();
    host.runFor(100_000);
    assertThat(host.kernel.maps).hasSize(1);
  }

  @Test
  void aTableThatTheKernelShowsInOtherWordsIsLoadedOnce() {
    host.kernel.hidesHandler = true;
    host.start().runFor(60_000);
    assertThat(host.kernel.only().loads).isEqualTo(1);
    host.kernel.queue("mpatha", true);
    host.configuration = host.configuration.with(NoPathRetry.FAIL);
    host.answer(new Command.Reconfigure(false));
    host.runFor(60_000);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isFalse();
    assertThat(host.kernel.only().loads).isEqualTo(1);
  }

  @Test
  void lookingOnlyChangesNothing() {
    FakeHost dry =
        new FakeHost(new CoreOptions(true, CoreOptions.Acting.NEVER, true, Optional.empty()));
    dry.devices.putAll(host.devices);
    dry.start();
    assertThat(dry.kernel.log).isEmpty();
    assertThat(dry.topology().maps())
        .singleElement()
        .satisfies(map -> assertThat(map.action()).isEqualTo("create"));
    assertThat(dry.topology().busy()).isFalse();
  }

  @Test
  void onCommandOnlyWhatIsAskedForIsDone() {
    host.start();
    FakeHost remover =
        new FakeHost(
            new CoreOptions(false, CoreOptions.Acting.ON_COMMAND, false, Optional.empty()));
    host.path("sdc", 32, "3600c", 50);
    remover.devices.putAll(host.devices);
    remover.kernel.maps.putAll(host.kernel.maps);
    remover.start();
    assertThat(remover.answer(new Command.RemoveMap("mpatha"))).isEqualTo(CommandResult.OK);
    assertThat(remover.kernel.log).containsExactly(new MapOperation.Remove("mpatha", false));
  }

  @Test
  void withoutADaemonNoIoIsLeftWaiting() {
    FakeHost once =
        new FakeHost(new CoreOptions(true, CoreOptions.Acting.ALWAYS, false, Optional.empty()));
    once.devices.putAll(host.devices);
    once.configuration = once.configuration.with(NoPathRetry.QUEUE);
    once.start();
    assertThat(once.kernel.only().table.queuesWithoutPath()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"sdc", "/dev/sdc", "8:32", "3600c", "mpathx"})
  void limitedToOneMapOthersAreLeftAlone(String designation) {
    host.path("sdc", 32, "3600c", 50);
    FakeHost limited = new FakeHost(CoreOptions.EVERYTHING.limitedTo(designation));
    limited.devices.putAll(host.devices);
    limited.bindings.put(new Wwid("3600c"), "mpathx");
    limited.start();
    assertThat(limited.kernel.maps).containsOnlyKeys("mpathx");
    assertThat(limited.topology().busy()).isFalse();
  }

  @Test
  void queueingIsTurnedOffAndOnByCommand() {
    host.configuration = host.configuration.with(NoPathRetry.QUEUE);
    host.start();
    assertThat(host.answer(new Command.DisableQueueing(Optional.empty())))
        .isEqualTo(CommandResult.OK);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isFalse();
    host.runFor(60_000);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isFalse();
    assertThat(host.kernel.only().loads).isEqualTo(1);
    assertThat(host.answer(new Command.RestoreQueueing(Optional.empty())))
        .isEqualTo(CommandResult.OK);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isTrue();
  }

  @Test
  void aPathThatIsDownBecauseItsControllerStandsByLosesItsPriority() {
    host.configuration = host.configuration.with(Failback.IMMEDIATE);
    host.start();
    host.devices.get("sda").state = PathState.DOWN;
    host.devices.get("sda").priority = 1;
    host.devices.get("sdb").priority = 50;
    host.runFor(20_000);
    assertThat(host.kernel.only().table.groups()).hasSize(2);
    assertThat(host.topology().path("sda").orElseThrow().priority()).hasValue(1);
  }

  @Test
  void aCopyDecidesWithoutConsequence() {
    host.start();
    Core copy = host.core.copy();
    copy.step(new Moment(host.now, host.now), new Event.PathLost("sdb"));
    assertThat(copy.topology().paths()).hasSize(1);
    assertThat(host.topology().paths()).hasSize(2);
  }

  @Test
  void theReasonsOfAPathTellWhatHappened() {
    host.start();
    host.devices.get("sda").state = PathState.DOWN;
    host.runFor(6_000);
    assertThat(host.topology().path("sda").orElseThrow().reasons())
        .extracting("decision")
        .containsSubsequence(
            "path state undef -> ready", "path state ready -> faulty", "fail_path");
    assertThat(List.copyOf(host.reports)).extracting("subject").contains("sda", "mpatha");
  }
}
