package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.MapOperation;
import org.polypath.api.path.PathState;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.Command.ReservationMark;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.settings.FindMultipaths;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.settings.ReservationKey;
import org.polypath.api.settings.ReservationSettings;
import org.polypath.api.settings.Setting;
import org.polypath.api.topology.MapStatistics;
import org.polypath.api.topology.Reservation;

/** Commands about one map or path, over simulated time. */
class MapRequestsTest {
  private final FakeHost host = new FakeHost();

  @BeforeEach
  void twoPathsToOneDisk() {
    host.path("sda", 0, "3600a", 50);
    host.path("sdb", 16, "3600a", 10);
    host.start();
  }

  @Test
  void ioIsSentToAnotherGroupThatExists() {
    assertThat(host.answer(new Command.SwitchGroup("mpatha", 2))).isEqualTo(CommandResult.OK);
    assertThat(host.kernel.only().group).isEqualTo(2);
    assertThat(host.answer(new Command.SwitchGroup("mpatha", 3)).text())
        .isEqualTo("map mpatha has no group 3: its groups are 1 to 2");
    assertThat(host.answer(new Command.SwitchGroup("mpatha", 0)).succeeded()).isFalse();
  }

  @Test
  void aMapIsSuspendedAndResumed() {
    assertThat(host.answer(new Command.SuspendMap("3600a"))).isEqualTo(CommandResult.OK);
    assertThat(host.answer(new Command.ResumeMap("dm-0"))).isEqualTo(CommandResult.OK);
    assertThat(host.kernel.log)
        .endsWith(new MapOperation.Suspend("mpatha", true), new MapOperation.Resume("mpatha"));
  }

  @Test
  void aTableIsLoadedAgainAlthoughNothingDiffers() {
    assertThat(host.answer(new Command.ReloadMap("mpatha"))).isEqualTo(CommandResult.OK);
    assertThat(host.kernel.only().loads).isEqualTo(2);
    host.runFor(60_000);
    assertThat(host.kernel.only().loads).isEqualTo(2);
  }

  @Test
  void pathsAreGroupedOtherwiseUntilTheConfigurationIsRead() {
    assertThat(host.answer(new Command.Regroup("mpatha", "multibus"))).isEqualTo(CommandResult.OK);
    assertThat(host.kernel.only().table.groups()).hasSize(1);
    host.runFor(60_000);
    assertThat(host.kernel.only().table.groups()).hasSize(1);
    assertThat(host.answer(new Command.Regroup("mpatha", "nosuch")).succeeded()).isFalse();
    host.runFor(60_000);
    assertThat(host.kernel.only().table.groups()).as("still the last that answered").hasSize(1);
    host.answer(new Command.Reconfigure(false));
    assertThat(host.kernel.only().table.groups()).hasSize(2);
  }

  @Test
  void aPolicyThatIsNotThereIsRefusedAndNothingChanges() {
    assertThat(host.answer(new Command.Regroup("mpatha", "nosuch")).text())
        .isEqualTo("there is no path_grouping_policy \"nosuch\" now");
    host.runFor(60_000);
    assertThat(host.kernel.only().loads).isEqualTo(1);
    assertThat(host.answer(new Command.Regroup("other", "multibus")).text())
        .isEqualTo("map not found: other");
  }

  @Test
  void queueingIsTurnedOffAndOnForOneMap() {
    host.path("sdc", 32, "3600b", 50);
    host.configuration = host.configuration.with(NoPathRetry.QUEUE);
    host.answer(new Command.Reconfigure(false));
    assertThat(host.answer(new Command.DisableQueueing(Optional.of("mpatha"))))
        .isEqualTo(CommandResult.OK);
    assertThat(queues("mpatha")).isFalse();
    assertThat(queues("mpathb")).isTrue();
    assertThat(host.topology().map("mpatha").orElseThrow().queueingDisabled()).isTrue();
    host.answer(new Command.DisableQueueing(Optional.empty()));
    assertThat(host.answer(new Command.RestoreQueueing(Optional.of("dm-0"))))
        .isEqualTo(CommandResult.OK);
    assertThat(queues("mpatha")).isTrue();
    assertThat(queues("mpathb")).isFalse();
    assertThat(host.answer(new Command.DisableQueueing(Optional.of("other"))).text())
        .isEqualTo("map not found: other");
  }

  @Test
  void waitingEndsWithTheDaemonUnlessSomebodySaidOtherwise() {
    host.configuration = host.configuration.with(NoPathRetry.QUEUE);
    host.answer(new Command.Reconfigure(false));
    host.answer(new Command.ForceQueueing(true));
    assertThat(host.answer(new Command.EndQueueing())).isEqualTo(CommandResult.OK);
    assertThat(queues("mpatha")).isTrue();
    host.answer(new Command.ForceQueueing(false));
    assertThat(host.answer(new Command.EndQueueing())).isEqualTo(CommandResult.OK);
    assertThat(queues("mpatha")).isFalse();
  }

  @Test
  void waitingGoesOnWithoutTheDaemonWhereThatIsConfigured() {
    host.configuration =
        host.configuration
            .with(NoPathRetry.QUEUE)
            .forDaemon(settings -> settings.queueWithoutDaemon(Setting.builtIn(true)));
    host.answer(new Command.Reconfigure(false));
    assertThat(host.answer(new Command.EndQueueing())).isEqualTo(CommandResult.OK);
    assertThat(queues("mpatha")).isTrue();
  }

  private boolean queues(String map) {
    return host.kernel.maps.get(map).table.queuesWithoutPath();
  }

  @Test
  void whatIsSaidOfReservationsIsKept() {
    host.answer(new Command.MarkReservation("mpatha", ReservationMark.REGISTERED, true));
    host.answer(new Command.MarkReservation("mpatha", ReservationMark.HELD, true));
    assertThat(reservation()).isEqualTo(new Reservation(true, true, Optional.empty()));
    host.answer(new Command.MarkReservation("mpatha", ReservationMark.HELD, false));
    assertThat(reservation()).isEqualTo(new Reservation(true, false, Optional.empty()));
  }

  @Test
  void aReservationKeyIsKeptInItsFileWhereThatIsConfigured() {
    Optional<ReservationKey> key = Optional.of(new ReservationKey(0x1234, true));
    Command keep = new Command.KeepReservationKey("mpatha", key);
    assertThat(host.answer(keep).text())
        .isEqualTo("reservation_key of mpatha is not \"file\": its key is not kept");
    withReservationKey("file");
    assertThat(host.answer(keep)).isEqualTo(CommandResult.OK);
    host.answer(new Command.Reconfigure(false));
    assertThat(reservation().key()).isEqualTo(key);
    assertThat(host.answer(new Command.KeepReservationKey("mpatha", Optional.empty())))
        .isEqualTo(CommandResult.OK);
    host.answer(new Command.Reconfigure(false));
    assertThat(reservation().key()).isEmpty();
    withReservationKey("0xab");
    assertThat(reservation().key()).contains(new ReservationKey(0xab, false));
  }

  private void withReservationKey(String value) {
    ReservationSettings settings =
        new ReservationSettings(Optional.of(Setting.builtIn(value)), Setting.builtIn(false));
    host.configuration = host.configuration.forMaps(maps -> maps.reservation(settings));
    host.answer(new Command.Reconfigure(false));
  }

  private Reservation reservation() {
    return host.topology().map("mpatha").orElseThrow().reservation();
  }

  @Test
  void wwidsAreRememberedAndForgottenByCommand() {
    Wwid other = new Wwid("3600b");
    assertThat(host.answer(new Command.RememberWwid(other))).isEqualTo(CommandResult.OK);
    assertThat(host.remembered).containsExactlyInAnyOrder(new Wwid("3600a"), other);
    assertThat(host.answer(new Command.ForgetWwid(other))).isEqualTo(CommandResult.OK);
    assertThat(host.answer(new Command.ForgetWwid(other)).text())
        .isEqualTo("WWID was not in the wwids file");
    host.answer(new Command.RememberWwid(other));
    host.answer(new Command.ForgetWwid(new Wwid("3600a")));
    assertThat(host.answer(new Command.RememberMaps())).isEqualTo(CommandResult.OK);
    assertThat(host.remembered).containsExactly(new Wwid("3600a"));
  }

  @Test
  void aDiskThatIsRememberedBecomesAMapWhereOnlySuchDo() {
    host.configuration = host.configuration.with(FindMultipaths.STRICT);
    host.answer(new Command.ForgetWwid(new Wwid("3600a")));
    host.answer(new Command.RemoveMap("mpatha"));
    host.answer(new Command.Reconfigure(false));
    assertThat(host.kernel.maps).isEmpty();
    assertThat(host.answer(new Command.RememberWwid(new Wwid("3600a"))))
        .isEqualTo(CommandResult.OK);
    assertThat(host.kernel.maps).containsOnlyKeys("mpatha");
  }

  @Test
  void aMapGetsTheSizeThatAllItsPathsHave() {
    grow("sda", 32768);
    host.answer(new Command.FindPaths());
    assertThat(host.answer(new Command.ResizeMap("mpatha")).text())
        .startsWith("map mpatha keeps its size: its paths differ in theirs");
    grow("sdb", 32768);
    assertThat(host.answer(new Command.FindPaths())).isEqualTo(CommandResult.OK);
    assertThat(host.answer(new Command.ResizeMap("mpatha"))).isEqualTo(CommandResult.OK);
    assertThat(host.topology().map("mpatha").orElseThrow().sectors()).isEqualTo(32768);
    int loads = host.kernel.only().loads;
    host.runFor(60_000);
    assertThat(host.answer(new Command.ResizeMap("mpatha"))).isEqualTo(CommandResult.OK);
    assertThat(host.kernel.only().loads).isEqualTo(loads);
  }

  @Test
  void aMapThatWasRemovedComesBackByCommandAlone() {
    host.answer(new Command.RemoveMap("mpatha"));
    host.runFor(60_000);
    assertThat(host.kernel.maps).isEmpty();
    assertThat(host.answer(new Command.AddMap("mpatha"))).isEqualTo(CommandResult.OK);
    assertThat(host.kernel.maps).containsOnlyKeys("mpatha");
    assertThat(host.answer(new Command.AddMap("3600a"))).isEqualTo(CommandResult.OK);
    assertThat(host.kernel.log).filteredOn(MapOperation.Create.class::isInstance).hasSize(2);
  }

  @Test
  void aPathIsLetGoAndFoundAgain() {
    assertThat(host.answer(new Command.RemovePath("/dev/sda"))).isEqualTo(CommandResult.OK);
    assertThat(host.kernel.only().table.devices()).hasSize(1);
    assertThat(host.topology().path("sda")).isEmpty();
    assertThat(host.answer(new Command.RemovePath("sda")).text()).isEqualTo("path not found: sda");
    assertThat(host.answer(new Command.FindPaths())).isEqualTo(CommandResult.OK);
    assertThat(host.kernel.only().table.devices()).hasSize(2);
  }

  @Test
  void countersAreSetToZero() {
    host.devices.get("sda").state = PathState.DOWN;
    host.runFor(20_000);
    assertThat(statistics().pathFaults()).isEqualTo(1);
    host.answer(new Command.ResetStatistics(Optional.of("mpatha")));
    assertThat(statistics()).isEqualTo(MapStatistics.ZERO);
    assertThat(host.answer(new Command.ResetStatistics(Optional.empty())))
        .isEqualTo(CommandResult.OK);
    assertThat(host.answer(new Command.ResetStatistics(Optional.of("nosuch"))).succeeded())
        .isFalse();
  }

  @Test
  void aMapGetsTheNameThatTheBindingsHave() {
    host.bindings.put(host.kernel.only().wwid, "mpathz");
    assertThat(host.answer(new Command.RenameMap("mpatha"))).isEqualTo(CommandResult.OK);
    assertThat(host.kernel.maps).containsOnlyKeys("mpathz");
  }

  @Test
  void whatIsNotThereIsSaid() {
    CommandResult notFound = CommandResult.failed("map not found: nosuch");
    assertThat(host.answer(new Command.AddMap("nosuch"))).isEqualTo(notFound);
    assertThat(host.answer(new Command.SuspendMap("nosuch"))).isEqualTo(notFound);
    assertThat(host.answer(new Command.ReloadMap("nosuch"))).isEqualTo(notFound);
    assertThat(host.answer(new Command.SwitchGroup("nosuch", 1))).isEqualTo(notFound);
  }

  private MapStatistics statistics() {
    return host.topology().map("mpatha").orElseThrow().statistics();
  }

  private void grow(String path, long sectors) {
    FakeDevice device = host.devices.get(path);
    device.facts = device.facts.change().sectors(sectors).build();
  }
}
