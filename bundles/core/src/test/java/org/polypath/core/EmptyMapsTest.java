package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polypath.api.map.MapOperation;
import org.polypath.api.map.MapOutcome;
import org.polypath.api.map.MapOutcome.Refusal;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathState;
import org.polypath.api.platform.Command;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.settings.RemovalSettings;
import org.polypath.api.settings.RemovalSettings.LastPathGone;
import org.polypath.api.settings.Setting;
import org.polypath.core.event.Event;

/** A map in use whose last path has gone or no longer counts, with {@code deferred_remove}. */
class EmptyMapsTest {
  private static final DeviceNumber SDC = new DeviceNumber(8, 32);

  private final FakeHost host = new FakeHost();

  @BeforeEach
  void onePathToADiskInUse() {
    host.path("sda", 0, "3600a", 50);
    host.configuration =
        host.configuration
            .with(NoPathRetry.QUEUE)
            .forMaps(
                maps ->
                    maps.removal(
                        new RemovalSettings(
                            Setting.builtIn(LastPathGone.FAIL_AND_REMOVE), Setting.builtIn(true))));
    host.start();
    host.kernel.only().openCount = 1;
    host.runFor(6_000);
  }

  @Test
  void itIsThereUntilItsLastUserGoes() {
    lose("sda");
    host.runFor(60_000);
    assertThat(host.kernel.only().removalDeferred).isTrue();
    assertThat(host.topology().map("mpatha")).isPresent();
    assertThat(removals()).as("removals").isEqualTo(1);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isFalse();
    host.kernel.close("mpatha");
    host.runFor(10_000);
    assertThat(host.topology().maps()).isEmpty();
    assertThat(host.kernel.maps).isEmpty();
  }

  @Test
  void aPathThatComesBeforeLetsItStay() {
    lose("sda");
    host.runFor(20_000);
    find("sdc", SDC);
    host.runFor(5_000);
    assertThat(host.kernel.only().removalDeferred).isFalse();
    assertThat(host.kernel.only().table.devices()).containsExactly(SDC);
    assertThat(host.kernel.only().table.queuesWithoutPath()).isTrue();
    host.kernel.close("mpatha");
    host.runFor(60_000);
    assertThat(host.kernel.maps).containsOnlyKeys("mpatha");
    assertThat(keeps()).as("messages").isEqualTo(1);
  }

  @Test
  void aPathThatComesWhileTheRemovalIsUnderWayLetsItStay() {
    lose("sda");
    while (removals() == 0) {
      host.runFor(1);
    }
    find("sdc", SDC);
    host.runFor(5_000);
    assertThat(host.kernel.only().removalDeferred).isFalse();
    assertThat(host.kernel.only().table.devices()).containsExactly(SDC);
  }

  @Test
  void aPathThatComesTooLateGetsANewMap() {
    lose("sda");
    host.runFor(20_000);
    host.kernel.refusals.put(
        "Message", new MapOutcome.Refused(Refusal.BUSY, "it is being removed"));
    host.kernel.close("mpatha");
    find("sdc", SDC);
    host.runFor(2_000);
    host.kernel.refusals.clear();
    host.runFor(20_000);
    assertThat(host.kernel.maps).containsOnlyKeys("mpatha");
    assertThat(host.kernel.only().table.devices()).containsExactly(SDC);
  }

  @ParameterizedTest
  @EnumSource
  void theNextDaemonGoesOnWhereTheKilledOneWas(Then then) {
    lose("sda");
    host.runFor(20_000);
    int operations = host.kernel.log.size();
    host.restart();
    host.runFor(20_000);
    assertThat(host.kernel.only().table.queuesWithoutPath()).as("queues").isFalse();
    assertThat(host.kernel.log).as("what both did").hasSize(operations);
    switch (then) {
      case A_PATH_COMES -> {
        find("sdc", SDC);
        host.runFor(5_000);
        assertThat(host.kernel.only().removalDeferred).isFalse();
        assertThat(host.kernel.only().table.devices()).containsExactly(SDC);
      }
      case ITS_USER_GOES -> {
        host.kernel.close("mpatha");
        host.runFor(10_000);
        assertThat(host.topology().maps()).isEmpty();
      }
    }
  }

  /** What happens to the map next. */
  enum Then {
    A_PATH_COMES,
    ITS_USER_GOES
  }

  @Test
  void whatAnotherProgramRemovesWhileItHasItsPathsIsNotFoughtOver() {
    host.kernel.only().removalDeferred = true;
    host.runFor(60_000);
    host.answer(new Command.ReloadMap("mpatha"));
    assertThat(host.kernel.only().removalDeferred).isTrue();
    host.kernel.close("mpatha");
    host.runFor(60_000);
    assertThat(host.kernel.maps).isEmpty();
  }

  @Test
  void byCommandItIsRemovedAtOnceOrNotAtAll() {
    assertThat(host.answer(new Command.RemoveMap("mpatha")).text())
        .isEqualTo("map or partition in use");
    assertThat(host.kernel.only().removalDeferred).isFalse();
  }

  @Test
  void whereAllPathsAreBlacklistedItsUsersGoOn() {
    RemovalSettings builtIn = RemovalSettings.BUILT_IN;
    host.configuration =
        host.configuration.forMaps(maps -> maps.removal(builtIn)).withBlacklisted("sd");
    host.answer(new Command.Reconfigure(false));
    host.runFor(60_000);
    assertThat(host.kernel.only().table.devices()).containsExactly(new DeviceNumber(8, 0));
    assertThat(host.kernel.only().failed).isEmpty();
    host.configuration = host.configuration.withBlacklisted("sdz");
    host.answer(new Command.Reconfigure(false));
    assertThat(host.topology().path("sda").orElseThrow().state()).isEqualTo(PathState.UP);
    assertThat(host.kernel.log).noneMatch(MapOperation.Reload.class::isInstance);
  }

  private void lose(String path) {
    host.devices.remove(path);
    host.tell(new Event.PathLost(path));
  }

  private void find(String path, DeviceNumber number) {
    FakeDevice device = host.path(path, number.minor(), "3600a", 50);
    host.tell(new Event.PathFound(device.facts));
  }

  private long removals() {
    return host.kernel.log.stream().filter(MapOperation.Remove.class::isInstance).count();
  }

  private long keeps() {
    return host.kernel.log.stream()
        .filter(operation -> operation.toString().contains(MapOperation.Message.KEEP))
        .count();
  }
}
