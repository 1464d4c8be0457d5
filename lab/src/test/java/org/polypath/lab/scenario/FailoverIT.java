package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.Timing;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.DirectIo;
import org.polypath.lab.bench.MapLines;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.ScsiDebug;
import org.polypath.lab.bench.ScsiPaths;

/** The path that carries the I/O goes down and comes back. */
@InLab
class FailoverIT {
  private static final String MAP = "mpatha";

  @Test
  void theMapStaysWithTheOtherGroupIfFailbackIsManual(Guest guest, MultipathTools tools) {
    Daemon daemon = start(guest, tools, "failback manual");
    DirectIo io = DirectIo.onMap(guest, MAP);
    String preferred = activePath(daemon);

    takeDownAndBringBack(guest, daemon, preferred);

    assertThat(daemon.map(MAP).isActive(preferred)).isFalse();
    survived(io);
  }

  @Test
  void theMapReturnsToItsBestGroupIfFailbackIsImmediate(Guest guest, MultipathTools tools) {
    Daemon daemon = start(guest, tools, "failback immediate");
    DirectIo io = DirectIo.onMap(guest, MAP);
    String preferred = activePath(daemon);

    takeDownAndBringBack(guest, daemon, preferred);

    Timing.print(
        "path back → its group active again",
        daemon.await("the best group is active again", MAP, map -> map.isActive(preferred)),
        Settings.POLLING_INTERVAL);
    survived(io);
  }

  private static Daemon start(Guest guest, MultipathTools tools, String failback) {
    ScsiDebug.load(guest, 2, 1);
    DeviceMapper.load(guest);
    Configuration.write(guest, Settings.defaultsWith(failback));
    Daemon daemon = Daemon.start(guest, tools);
    daemon.await(
        "two groups with one usable path each",
        MAP,
        map ->
            map.groups().size() == 2
                && map.paths().stream()
                    .allMatch(path -> path.state().equals("active ready running")));
    return daemon;
  }

  /** The path that carries the I/O: the one with the better priority. */
  private static String activePath(Daemon daemon) {
    daemon.await("I/O makes the first group active", MAP, FailoverIT::firstGroupIsActive);
    MapLines.Group best = daemon.map(MAP).groups().get(0);
    assertThat(best.priority()).isEqualTo(50);
    return best.paths().get(0).name();
  }

  private static boolean firstGroupIsActive(MapLines map) {
    return map.groups().get(0).status().equals("active");
  }

  private static void takeDownAndBringBack(Guest guest, Daemon daemon, String path) {
    ScsiPaths.offline(guest, path);
    Timing.print(
        "path offline → failed faulty, the other group active",
        daemon.await(
            "the path reads failed faulty, the other group is active",
            MAP,
            map ->
                map.stateOf(path).equals("failed faulty offline")
                    && map.groups().stream()
                        .anyMatch(
                            group -> !group.contains(path) && group.status().equals("active"))),
        Settings.POLLING_INTERVAL);

    ScsiPaths.running(guest, path);
    Timing.print(
        "path running → active ready",
        daemon.await(
            "the path reads active ready",
            MAP,
            map -> map.stateOf(path).equals("active ready running")),
        Settings.POLLING_INTERVAL);
  }

  private static void survived(DirectIo io) {
    assertThat(io.isRunning()).as("the I/O still flows").isTrue();
    DirectIo.Result result = io.stop();
    assertThat(result.error()).as("no I/O error").isZero();
    System.out.printf(
        "lab:   %d I/O operations, longest pause %d ms%n",
        result.operations(), result.longestPause().toMillis());
  }
}
