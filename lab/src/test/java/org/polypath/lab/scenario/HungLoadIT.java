package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.polypath.lab.BackgroundStep;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.OnlyPolypath;
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

/**
 * A table is loaded while the kernel tries to recover the host adapter of its paths: the hardware
 * handler asks them, and the load waits for that. It delays its own map and nothing else.
 */
@InLab
@OnlyPolypath
class HungLoadIT {
  @Test
  void otherMapsAreCheckedReloadedAndChangedMeanwhile(Guest guest, MultipathTools tools) {
    String mutePath = disks(guest).paths().get(0).name();
    Daemon daemon = startWithTwoMaps(guest, tools);
    String mute = nameOfMap(daemon, map -> !map.stateOf(mutePath).isEmpty());
    String other = nameOfMap(daemon, map -> map.stateOf(mutePath).isEmpty());
    String path = daemon.map(other).paths().get(0).name();

    BackgroundStep waiting = hangALoadOf(guest, tools, daemon, mute, mutePath);
    ScsiPaths.offline(guest, path);
    awaitState(daemon, other, path, "path offline beside a load that hangs", "failed faulty");
    ScsiPaths.running(guest, path);
    awaitState(daemon, other, path, "path running beside it", "active ready running");
    assertThat(daemon.ask("fail path " + path)).isEqualTo("ok");
    assertThat(daemon.ask("reinstate path " + path)).isEqualTo("ok");
    Configuration.write(guest, grouped("multibus"));
    print(
        "configuration changed beside it → other map reloaded",
        daemon.await("one group", other, map -> map.groups().size() == 1));
    assertThat(loadHangs(guest)).as("the load waits all the time").isTrue();
    assertThat(waiting.isRunning()).as("so does who asked for it").isTrue();

    ScsiPaths.letGo(guest, mutePath);
    print(
        "adapter recovered → map made",
        daemon.await(
            "both paths are used",
            mute,
            map ->
                map.paths().size() == 2
                    && map.paths().stream()
                        .allMatch(member -> member.state().equals("active ready running"))));
    assertThat(waiting.await(Guest.STEP_LIMIT).text()).isEqualTo("ok");
    assertThat(daemon.stop().exitStatus()).isZero();
  }

  private static BackgroundStep hangALoadOf(
      Guest guest, MultipathTools tools, Daemon daemon, String map, String path) {
    assertThat(daemon.ask("del map " + map)).isEqualTo("ok");
    ScsiPaths.hold(guest, path);
    BackgroundStep asking = guest.start("%s add map %s".formatted(tools.multipathd(), map));
    guest.await(
        "the load waits in the kernel", Guest.STEP_LIMIT, () -> loadHangs(guest), hangs -> hangs);
    return asking;
  }

  /** Whether a thread that makes calls of device-mapper stands still in the kernel. */
  private static boolean loadHangs(Guest guest) {
    return guest
        .run("ps -L -o stat=,comm= -p $(pgrep -x multipathd | head -n 1)")
        .text()
        .lines()
        .anyMatch(thread -> thread.matches("D\\S*\\s+dm-call"));
  }

  /** Two disks of two paths each: one of scsi_debug, one of the kernel's target. */
  private static ScsiDebug disks(Guest guest) {
    ScsiDebug disks = ScsiDebug.load(guest, 2, 1);
    LioTarget target = LioTarget.create(guest, "4a1b2c3d-0003");
    target.portGroup("left", 1, AluaState.OPTIMIZED);
    target.loopbackPort(1, "left");
    target.loopbackPort(2, "left");
    return disks;
  }

  private static Daemon startWithTwoMaps(Guest guest, MultipathTools tools) {
    DeviceMapper.load(guest);
    Configuration.write(guest, grouped("failover"));
    Daemon daemon = Daemon.start(guest, tools);
    guest.await(
        "two maps of two paths",
        Guest.STEP_LIMIT,
        daemon::maps,
        maps -> maps.size() == 2 && maps.stream().allMatch(map -> map.paths().size() == 2));
    return daemon;
  }

  private static String grouped(String policy) {
    return Settings.defaultsWith("path_checker tur", "detect_pgpolicy no")
        + "overrides {\n  path_grouping_policy %s\n}\n".formatted(policy);
  }

  private static String nameOfMap(Daemon daemon, Predicate<MapLines> wanted) {
    return daemon.maps().stream().filter(wanted).map(MapLines::name).findFirst().orElseThrow();
  }

  private static void awaitState(
      Daemon daemon, String map, String path, String what, String state) {
    print(
        what + " → " + state,
        daemon.await(
            "%s reads %s".formatted(path, state),
            map,
            seen -> seen.stateOf(path).startsWith(state)));
  }

  private static void print(String what, Duration taken) {
    Timing.print(what, taken, Settings.POLLING_INTERVAL);
  }
}
