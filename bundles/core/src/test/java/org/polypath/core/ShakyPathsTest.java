package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.polypath.api.map.TablePath;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathState;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.CommandResult;
import org.polypath.api.settings.MarginalGroups;
import org.polypath.api.settings.Setting;
import org.polypath.api.settings.ShakyPathSettings;
import org.polypath.core.event.Event;

/** Paths that come and go are held back, or grouped by themselves; never the last one. */
class ShakyPathsTest {
  private static final DeviceNumber SDA = new DeviceNumber(8, 0);

  private final FakeHost host = new FakeHost();
  private FakeDevice sda;
  private FakeDevice sdb;

  @BeforeEach
  void twoPathsToOneDisk() {
    sda = host.path("sda", 0, "3600a", 50);
    sdb = host.path("sdb", 16, "3600a", 50);
  }

  @Test
  void aPathThatFailedTooOftenIsHeldBackForTheRecoveryTime() {
    counting(2, 1000, 100);
    host.start();
    flap(sda, 2);
    assertThat(state("sda")).isEqualTo(PathState.UP);
    flap(sda, 1);
    assertThat(state("sda")).isEqualTo(PathState.DELAYED);
    assertThat(host.kernel.only().failed).containsExactly(SDA);
    host.runFor(110_000);
    assertThat(state("sda")).isEqualTo(PathState.UP);
    assertThat(host.kernel.only().failed).isEmpty();
  }

  @Test
  void failuresAreForgottenWithGoodChecks() {
    counting(2, 2, 1000);
    host.start();
    for (int i = 0; i < 6; i++) {
      flap(sda, 1);
      host.runFor(120_000);
    }
    assertThat(state("sda")).isEqualTo(PathState.UP);
  }

  @Test
  void theLastUsablePathIsNotHeldBack() {
    counting(1, 1000, 10_000);
    host.start();
    flap(sda, 3);
    assertThat(state("sda")).isEqualTo(PathState.DELAYED);
    sdb.state = PathState.DOWN;
    host.runFor(25_000);
    assertThat(state("sdb")).isEqualTo(PathState.DOWN);
    assertThat(state("sda")).isEqualTo(PathState.UP);
    assertThat(host.kernel.only().failed).doesNotContain(SDA);
  }

  @Test
  void aPathThatIsNotInTheTableIsNoOtherThatCouldBeUsed() {
    counting(1, 1000, 10_000);
    FakeDevice sdc = host.path("sdc", 32, "3600a", 50);
    sdc.facts = sdc.facts.change().sectors(8).build();
    host.start();
    flap(sda, 3);
    assertThat(state("sda")).isEqualTo(PathState.DELAYED);
    assertThat(state("sdc")).isEqualTo(PathState.UP);
    sdb.state = PathState.DOWN;
    host.runFor(25_000);
    assertThat(state("sda")).isEqualTo(PathState.UP);
    assertThat(host.kernel.only().failed).doesNotContain(SDA);
  }

  @Test
  void withMarginalGroupsItGetsAGroupOfItsOwnBehindTheOthers() {
    counting(1, 1000, 1000);
    host.configuration =
        host.configuration
            .withPolicy("multibus")
            .forDaemon(settings -> settings.marginalGroups(Setting.builtIn(MarginalGroups.ON)));
    host.start();
    flap(sda, 3);
    assertThat(state("sda")).isEqualTo(PathState.UP);
    assertThat(host.topology().path("sda").orElseThrow().marginal()).isTrue();
    assertThat(host.kernel.only().table.groups())
        .extracting(group -> group.paths().stream().map(TablePath::device).toList())
        .containsExactly(List.of(new DeviceNumber(8, 16)), List.of(SDA));
    assertThat(host.topology().map("mpatha").orElseThrow().groups())
        .extracting("marginal")
        .containsExactly(false, true);
    host.runFor(1_100_000);
    assertThat(host.kernel.only().table.groups()).hasSize(1);
  }

  @Test
  void aPathIsSetMarginalByCommandUntilItsMapIsUnmarked() {
    host.configuration =
        host.configuration
            .withPolicy("multibus")
            .forDaemon(settings -> settings.marginalGroups(Setting.builtIn(MarginalGroups.ON)));
    host.start();
    assertThat(host.answer(new Command.MarkPath("sda", true))).isEqualTo(CommandResult.OK);
    assertThat(host.kernel.only().table.groups()).hasSize(2);
    host.runFor(600_000);
    assertThat(host.kernel.only().table.groups()).hasSize(2);
    assertThat(host.answer(new Command.UnmarkPaths("mpatha"))).isEqualTo(CommandResult.OK);
    assertThat(host.kernel.only().table.groups()).hasSize(1);
    assertThat(host.answer(new Command.MarkPath("sdz", true)).text())
        .isEqualTo("path not found: sdz");
  }

  @Test
  void withoutMarginalGroupsAMarkIsShownAndChangesNothing() {
    host.start();
    host.answer(new Command.MarkPath("sda", true));
    host.runFor(60_000);
    assertThat(host.topology().path("sda").orElseThrow().marginal()).isTrue();
    assertThat(state("sda")).isEqualTo(PathState.UP);
    assertThat(host.kernel.only().loads).isEqualTo(1);
    host.answer(new Command.MarkPath("sda", false));
    assertThat(host.topology().path("sda").orElseThrow().marginal()).isFalse();
  }

  @Test
  void aPathWithManyErrorsIsMeasuredAgainAndAgain() {
    measuring();
    sda.errorsPerMille = 20;
    host.start();
    flap(sda, 2);
    assertThat(state("sda")).isEqualTo(PathState.DELAYED);
    host.runFor(130_000);
    assertThat(state("sda")).isEqualTo(PathState.DELAYED);
    sda.errorsPerMille = 0;
    host.runFor(600_000);
    assertThat(state("sda")).isEqualTo(PathState.UP);
    assertThat(host.kernel.only().failed).isEmpty();
  }

  @Test
  void aPathWithoutErrorsIsUsedAfterTheMeasurement() {
    measuring();
    host.start();
    flap(sda, 2);
    assertThat(state("sda")).isEqualTo(PathState.DELAYED);
    host.runFor(130_000);
    assertThat(state("sda")).isEqualTo(PathState.UP);
  }

  @Test
  void twoFailuresFarApartAreNotMeasured() {
    measuring();
    host.start();
    flap(sda, 1);
    host.runFor(200_000);
    flap(sda, 1);
    assertThat(state("sda")).isEqualTo(PathState.UP);
  }

  @ParameterizedTest
  @EnumSource
  void aPathHeldBackThatATableBringsBackIsFailedAgainAtOnce(Load load) {
    counting(1, 1000, 10_000);
    host.start();
    flap(sda, 3);
    assertThat(state("sda")).isEqualTo(PathState.DELAYED);
    host.runFor(2_000);
    load.on(host);
    host.runFor(60);
    assertThat(host.kernel.only().failed).containsExactly(SDA);
    assertThat(host.checkTimes("sda", host.now - 60)).as("checks meanwhile").isEmpty();
  }

  /** Who loads a table, after which the kernel uses every path. */
  enum Load {
    OURS {
      @Override
      void on(FakeHost host) {
        host.give(new Command.ReloadMap("mpatha"));
      }
    },
    OF_ANOTHER_PROGRAM {
      @Override
      void on(FakeHost host) {
        host.kernel.load(host.kernel.only(), host.kernel.only().table);
        host.tell(new Event.MapStirred("mpatha"));
      }
    },
    OF_ANOTHER_PROGRAM_RESUMED_BY_US {
      @Override
      void on(FakeHost host) {
        host.kernel.load(host.kernel.only(), host.kernel.only().table);
        host.give(new Command.ResumeMap("mpatha"));
      }
    };

    abstract void on(FakeHost host);
  }

  @Test
  void aPathThatAnotherProgramBringsBackAllTheTimeIsFailedOnceASecondAtMost() {
    counting(1, 1000, 10_000);
    host.start();
    flap(sda, 3);
    int before = host.kernel.log.size();
    for (int i = 0; i < 500; i++) {
      host.kernel.only().failed.remove(SDA);
      host.tell(new Event.MapStirred("mpatha"));
      host.runFor(10);
    }
    assertThat(host.kernel.log.subList(before, host.kernel.log.size()))
        .hasSizeBetween(3, 8)
        .allSatisfy(operation -> assertThat(operation.toString()).contains("fail_path"));
  }

  private void counting(int threshold, int forgetRate, int recoveryTime) {
    ShakyPathSettings settings =
        new ShakyPathSettings(
            Optional.of(
                new ShakyPathSettings.Counting(
                    Setting.builtIn(threshold),
                    Setting.builtIn(forgetRate),
                    Setting.builtIn(recoveryTime))),
            Optional.empty());
    host.configuration = host.configuration.forMaps(maps -> maps.shakyPaths(settings));
  }

  private void measuring() {
    ShakyPathSettings settings =
        new ShakyPathSettings(
            Optional.empty(),
            Optional.of(
                new ShakyPathSettings.Measuring(
                    Setting.builtIn(120),
                    Setting.builtIn(120),
                    Setting.builtIn(10),
                    Setting.builtIn(300))));
    host.configuration = host.configuration.forMaps(maps -> maps.shakyPaths(settings));
  }

  /** Goes and returns so often, each time seen by a check. */
  private void flap(FakeDevice device, int times) {
    for (int i = 0; i < times; i++) {
      device.state = PathState.DOWN;
      host.runFor(25_000);
      device.state = PathState.UP;
      host.runFor(12_000);
    }
  }

  private PathState state(String path) {
    return host.topology().path(path).orElseThrow().state();
  }

  @Test
  void aMeasurementThatEndsInQuarantineIsOver() {
    measuring();
    host.start();
    flap(sda, 2);
    assertThat(host.topology().path("sda").orElseThrow().state()).isEqualTo(PathState.DELAYED);
    sda.identity = Optional.of(new Wwid("3600b"));
    sda.attention = true;
    sda.state = PathState.UP;
    host.runFor(30_000);
    assertThat(host.topology().ignored()).hasSize(1);
    host.runFor(200_000);
    sda.identity = Optional.of(new Wwid("3600a"));
    host.runFor(600_000);
    assertThat(host.topology().path("sda").orElseThrow().state()).isEqualTo(PathState.UP);
  }

  @Test
  void theLastUsablePathRemovedReleasesTheOneHeldBack() {
    ShakyPathSettings settings =
        new ShakyPathSettings(
            Optional.of(
                new ShakyPathSettings.Counting(
                    Setting.builtIn(1), Setting.builtIn(1000), Setting.builtIn(10_000))),
            Optional.empty());
    host.configuration = host.configuration.forMaps(maps -> maps.shakyPaths(settings));
    host.start();
    flap(sda, 3);
    assertThat(host.kernel.only().failed).contains(SDA);
    host.runFor(1_000);
    host.devices.remove("sdb");
    host.tell(new Event.PathLost("sdb"));
    host.runFor(500);
    assertThat(host.kernel.only().failed).doesNotContain(SDA);
  }

  @Test
  void theNextDaemonHoldsAPathBackForTheTimeThatIsLeft() {
    counting(2, 1000, 100);
    host.start();
    flap(sda, 3);
    assertThat(state("sda")).isEqualTo(PathState.DELAYED);
    int operations = host.kernel.log.size();
    host.restart();
    host.runFor(30_000);
    assertThat(state("sda")).isEqualTo(PathState.DELAYED);
    assertThat(host.kernel.log).as("what both did").hasSize(operations);
    host.runFor(70_000);
    assertThat(state("sda")).isEqualTo(PathState.UP);
    assertThat(host.kernel.only().failed).isEmpty();
    assertThat(host.held).isEmpty();
  }

  @Test
  void theNextDaemonMeasuresAPathThatWasBeingMeasured() {
    measuring();
    sda.errorsPerMille = 20;
    host.start();
    flap(sda, 2);
    host.restart();
    host.runFor(60_000);
    assertThat(state("sda")).isEqualTo(PathState.DELAYED);
    host.runFor(100_000);
    assertThat(state("sda")).as("found shaky").isEqualTo(PathState.DELAYED);
    sda.errorsPerMille = 0;
    host.runFor(600_000);
    assertThat(state("sda")).isEqualTo(PathState.UP);
    assertThat(host.held).isEmpty();
  }

  @Test
  void aClockSetBackwardsHoldsNoPathLongerThanConfigured() {
    counting(2, 1000, 100);
    host.start();
    flap(sda, 3);
    host.wallOffset -= 365L * 24 * 3_600_000;
    host.restart();
    host.runFor(130_000);
    assertThat(state("sda")).isEqualTo(PathState.UP);
  }

  @Test
  void whatWasHeldBackOfAnotherDiskIsNotOfThisOne() {
    counting(2, 1000, 100);
    host.start();
    flap(sda, 3);
    sda.facts = sda.facts.change().pageIdentifier(Optional.of(new Wwid("3600b"))).build();
    sda.identity = sda.facts.pageIdentifier();
    host.restart();
    host.runFor(20_000);
    assertThat(state("sda")).isEqualTo(PathState.UP);
  }

  @Test
  void theNextDaemonHoldsBackAlsoAPathThatItFindsDownFirst() {
    counting(2, 1000, 100);
    host.start();
    flap(sda, 3);
    sda.state = PathState.DOWN;
    host.restart();
    host.runFor(20_000);
    assertThat(state("sda")).isEqualTo(PathState.DOWN);
    sda.state = PathState.UP;
    host.runFor(20_000);
    assertThat(state("sda")).isEqualTo(PathState.DELAYED);
    host.runFor(100_000);
    assertThat(state("sda")).isEqualTo(PathState.UP);
  }

  @Test
  void theNextDaemonUsesTheOnlyPathThereIsAlthoughItWasHeldBack() {
    counting(2, 1000, 10_000);
    host.start();
    flap(sda, 3);
    sdb.state = PathState.DOWN;
    host.restart();
    host.runFor(3_000);
    assertThat(state("sda")).isEqualTo(PathState.UP);
    assertThat(host.kernel.only().failed).doesNotContain(SDA);
  }
}
