package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.Timing;
import org.polypath.lab.bench.AluaState;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.LioTarget;
import org.polypath.lab.bench.MapLines;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.ScsiDebug;
import org.polypath.lab.bench.ScsiPaths;

/** Paths that do not answer for a minute delay nobody but themselves. */
@InLab
class HungPathIT {
  private static final Duration HANG = Duration.ofMinutes(1);

  @Test
  void otherPathsAreCheckedAndShownMeanwhile(Guest guest, MultipathTools tools) {
    ScsiDebug hanging = ScsiDebug.load(guest, 2, 1);
    String mute = hanging.paths().get(0).name();
    ScsiPaths.setCommandTimeout(guest, HANG);
    LioTarget target = LioTarget.create(guest, "4a1b2c3d-0003");
    target.portGroup("left", 1, AluaState.OPTIMIZED);
    target.loopbackPort(1, "left");
    target.loopbackPort(2, "left");
    DeviceMapper.load(guest);
    Configuration.write(guest, Settings.defaultsWith("path_checker tur"));
    Daemon daemon = Daemon.start(guest, tools);
    guest.await(
        "two maps of two paths",
        Guest.STEP_LIMIT,
        daemon::maps,
        maps -> maps.size() == 2 && maps.stream().allMatch(map -> map.paths().size() == 2));
    String other = otherMap(daemon, mute);
    String path = daemon.map(other).paths().get(0).name();

    hanging.stopAnswering();
    guest.await(
        "a check of a mute path is under way",
        Guest.STEP_LIMIT,
        () -> ScsiPaths.commandsUnderWay(guest, mute),
        commands -> commands > 0);
    Instant hangs = Instant.now();
    Duration slowest = Duration.ZERO;
    for (int round = 0; round < 2; round++) {
      ScsiPaths.offline(guest, path);
      slowest = longer(slowest, timeToShow(daemon));
      awaitState(daemon, other, path, "path offline beside a hung one", "failed faulty");
      ScsiPaths.running(guest, path);
      slowest = longer(slowest, timeToShow(daemon));
      awaitState(daemon, other, path, "path running beside a hung one", "active ready running");
    }
    assertThat(Duration.between(hangs, Instant.now())).as("all within the hang").isLessThan(HANG);
    assertThat(ScsiPaths.commandsUnderWay(guest, mute)).as("the hang lasts").isPositive();
    Timing.print("slowest show meanwhile", slowest, Settings.POLLING_INTERVAL);
  }

  private static String otherMap(Daemon daemon, String path) {
    return daemon.maps().stream()
        .filter(map -> map.stateOf(path).isEmpty())
        .map(MapLines::name)
        .findFirst()
        .orElseThrow();
  }

  private static void awaitState(
      Daemon daemon, String map, String path, String what, String state) {
    Timing.print(
        what + " → " + state,
        daemon.await(
            "%s reads %s".formatted(path, state),
            map,
            seen -> seen.stateOf(path).startsWith(state)),
        Settings.POLLING_INTERVAL);
  }

  private static Duration timeToShow(Daemon daemon) {
    Instant before = Instant.now();
    daemon.askQuickly("show paths");
    return Duration.between(before, Instant.now());
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
