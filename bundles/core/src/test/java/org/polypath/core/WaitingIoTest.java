package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.polypath.api.map.MapOperation;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathState;
import org.polypath.api.path.TargetPortGroupSupport;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.settings.RemovalSettings;
import org.polypath.api.settings.RemovalSettings.LastPathGone;
import org.polypath.api.settings.Setting;
import org.polypath.core.event.Event;

/** I/O that waits for a path waits as long as configured: no shorter, and no longer. */
class WaitingIoTest {
  private final FakeHost host = new FakeHost();

  @BeforeEach
  void twoPathsToOneDisk() {
    host.path("sda", 0, "3600a", 50);
    host.path("sdb", 16, "3600a", 10);
  }

  @Test
  void aLimitOfItsHardwareEntryHoldsAlsoWhenAllPathsWereDeleted() {
    host.configuration = host.configuration.with(NoPathRetry.retries(4)).asHardwareEntry();
    host.start();
    host.kernel.only().openCount = 1;
    loseAll();
    host.runFor(10_000);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isTrue();
    host.runFor(20_000);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isFalse();
  }

  @Test
  void aMapWhoseLastPathHasGoneGoesAsItsHardwareEntrySays() {
    RemovalSettings always =
        new RemovalSettings(Setting.builtIn(LastPathGone.FAIL_AND_REMOVE), Setting.builtIn(false));
    host.configuration =
        host.configuration
            .with(NoPathRetry.QUEUE)
            .forMaps(maps -> maps.removal(always))
            .asHardwareEntry();
    host.start();
    host.kernel.only().openCount = 1;
    host.runFor(10_000);
    loseAll();
    host.runFor(1_000);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isFalse();
    assertThat(host.kernel.log).hasAtLeastOneElementOfType(MapOperation.Remove.class);
  }

  @Test
  void theGreatestNumberOfRetriesIsALongTime() {
    host.configuration = host.configuration.with(NoPathRetry.retries(Integer.MAX_VALUE));
    host.start();
    assertThat(host.kernel.only().table.queuesWithoutPath()).isTrue();
    host.devices.values().forEach(device -> device.state = PathState.DOWN);
    host.runFor(3_600_000);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isTrue();
  }

  @Test
  void aChangeOfSizeThatWouldFailItIsRefused() {
    waitForAPath();
    for (FakeDevice device : host.devices.values()) {
      device.facts = device.facts.change().sectors(32_768).build();
    }
    host.answer(new Command.FindPaths());
    assertThat(host.answer(new Command.ResizeMap("mpatha")).text())
        .startsWith("map mpatha keeps its size: no path of it is usable");
    assertThat(host.kernel.log).noneMatch(MapOperation.Reload.class::isInstance);
  }

  @Test
  void suspendingTheMapDoesNotFailIt() {
    host.start();
    assertThat(host.answer(new Command.SuspendMap("mpatha"))).isEqualTo(CommandResult.OK);
    waitForAPath();
    assertThat(host.answer(new Command.SuspendMap("mpatha"))).isEqualTo(CommandResult.OK);
    assertThat(host.kernel.log)
        .filteredOn(MapOperation.Suspend.class::isInstance)
        .containsExactly(
            new MapOperation.Suspend("mpatha", true), new MapOperation.Suspend("mpatha", false));
  }

  @Test
  void aGhostThatIsNotReinstatedDoesNotKeepItWaiting() {
    host.configuration = host.configuration.with(NoPathRetry.retries(2));
    FakeDevice sdb = host.devices.get("sdb");
    sdb.state = PathState.GHOST;
    sdb.facts =
        sdb.facts
            .change()
            .targetPortGroup(TargetPortGroupSupport.IMPLICIT, OptionalInt.empty())
            .build();
    host.start();
    host.devices.get("sda").state = PathState.DOWN;
    host.kernel.ioFails(new DeviceNumber(8, 0));
    host.kernel.ioFails(new DeviceNumber(8, 16));
    host.tell(new Event.MapStirred("mpatha"));
    host.runFor(60_000);
    assertThat(host.topology().path("sdb").orElseThrow().state()).isEqualTo(PathState.GHOST);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isFalse();
    host.devices.get("sda").state = PathState.UP;
    host.runFor(30_000);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isTrue();
    assertThat(host.kernel.only().failed).isEmpty();
  }

  private void waitForAPath() {
    host.configuration = host.configuration.with(NoPathRetry.QUEUE);
    host.start();
    host.devices.values().forEach(device -> device.state = PathState.DOWN);
    host.runFor(30_000);
  }

  private void loseAll() {
    List.copyOf(host.devices.keySet()).forEach(name -> host.tell(new Event.PathLost(name)));
    host.devices.clear();
  }
}
