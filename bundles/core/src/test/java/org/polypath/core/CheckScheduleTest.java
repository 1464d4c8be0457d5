package org.polypath.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.PathState;

/** When paths are checked, over simulated time; polling_interval 5 s, max_polling_interval 20 s. */
class CheckScheduleTest {
  private final FakeHost host = new FakeHost();

  @Test
  void whileAPathIsWellTheIntervalDoublesToTheLongest() {
    host.path("sda", 0, "3600a", 50);
    host.start().runFor(200_000);
    assertThat(gaps(host.checkTimes("sda", 100_000))).isNotEmpty().containsOnly(20_000L);
    assertThat(gaps(host.checkTimes("sda", 0))).allSatisfy(gap -> assertThat(gap).isPositive());
  }

  @Test
  void aPathThatIsDownIsCheckedAtTheShortestInterval() {
    host.path("sda", 0, "3600a", 50).state = PathState.DOWN;
    host.path("sdb", 16, "3600a", 50);
    host.start().runFor(100_000);
    assertThat(gaps(host.checkTimes("sda", 50_000))).isNotEmpty().containsOnly(5_000L);
  }

  @Test
  void aChangeBringsTheShortestIntervalBack() {
    host.path("sda", 0, "3600a", 50);
    host.path("sdb", 16, "3600a", 50);
    host.start().runFor(100_000);
    host.devices.get("sda").state = PathState.GHOST;
    host.runFor(20_000);
    assertThat(host.topology().path("sda").orElseThrow().state()).isEqualTo(PathState.GHOST);
    host.runFor(5_000);
    assertThat(gaps(host.checkTimes("sda", 100_000))).contains(5_000L);
  }

  @Test
  void allPathsOfAMapAreCheckedAtTheSameMomentsWhateverTheirIntervals() {
    host.path("sda", 0, "3600a", 50);
    host.path("sdb", 16, "3600a", 50).state = PathState.DOWN;
    host.start().runFor(200_000);
    assertThat(host.checkTimes("sdb", 100_000)).containsAll(host.checkTimes("sda", 100_000));
  }

  @Test
  void mapsAreSpreadOverTheInterval() {
    Set<Long> phases = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      host.path("sd" + i, i, "3600" + i, 50);
    }
    host.start().runFor(200_000);
    for (int i = 0; i < 100; i++) {
      phases.add(host.checkTimes("sd" + i, 100_000).get(0) % 20_000 / 1_000);
    }
    assertThat(phases).hasSizeGreaterThan(15);
  }

  @Test
  void whatACheckerWantsRememberedReachesItsNextCheckOfThePathAndOfTheMap() {
    FakeDevice device = host.path("sda", 0, "3600a", 50);
    host.path("sdb", 16, "3600a", 50);
    device.pathMemory = Optional.of("sda's own");
    device.mapMemory = Optional.of("for all");
    host.start().runFor(30_000);
    assertThat(host.lastCheck("sda").pathMemory()).isEqualTo("sda's own");
    assertThat(host.lastCheck("sda").mapMemory()).isEqualTo("for all");
    assertThat(host.lastCheck("sdb").pathMemory()).isEmpty();
    assertThat(host.lastCheck("sdb").mapMemory()).isEqualTo("for all");
  }

  @Test
  void anAnswerThatSaysNothingOfMemoryLeavesIt() {
    FakeDevice device = host.path("sda", 0, "3600a", 50);
    device.pathMemory = Optional.of("first");
    host.start();
    device.pathMemory = Optional.empty();
    host.runFor(60_000);
    assertThat(host.lastCheck("sda").pathMemory()).isEqualTo("first");
  }

  private static List<Long> gaps(List<Long> times) {
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < times.size(); i++) {
      gaps.add(times.get(i) - times.get(i - 1));
    }
    return gaps;
  }
}
