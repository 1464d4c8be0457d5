package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
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
import org.polypath.lab.bench.DirectIo;
import org.polypath.lab.bench.LioTarget;
import org.polypath.lab.bench.MemoryPressure;
import org.polypath.lab.bench.Polypath;
import org.polypath.lab.bench.ProcessFacts;
import org.polypath.lab.bench.ScsiPaths;
import org.polypath.lab.bench.SystemDisk;

/**
 * All paths of the disk that the daemon itself lives on are lost, and the kernel takes back what
 * memory it can: nothing can be read from that disk any more until the daemon has brought it back.
 */
@InLab
@OnlyPolypath
class LostSystemDiskIT {
  private static final String MAP = "mpatha";

  /** A path in the status of a map. */
  private static final Pattern USABLE = Pattern.compile(" \\d+:\\d+ A ");

  /** How long the disk is away: for some rounds of checks. */
  private static final Duration LOST = Settings.POLLING_INTERVAL.multipliedBy(3);

  @Test
  void theDaemonBringsBackTheDiskItLivesOn(Guest guest, Polypath polypath) {
    SystemDisk disk = install(guest, polypath);
    MemoryPressure pressure = MemoryPressure.prepare(guest);
    Daemon daemon = disk.start(pressure.join());
    awaitReady(daemon);
    DirectIo io = DirectIo.onFile(guest, disk.file("io"), MAP);
    ProcessFacts process = new ProcessFacts(guest, daemon.pid());
    guest.await(
        "all its programs and jars are in memory",
        Guest.STEP_LIMIT,
        process::partlyInMemory,
        List::isEmpty);
    pressure.press();

    ScsiPaths.all(guest).forEach(path -> ScsiPaths.offline(guest, path.name()));
    awaitUsable(guest, 0);
    BackgroundStep reader = guest.start(disk.readForTheFirstTime());
    endure(guest, pressure);
    assertThat(reader.isRunning()).as("nothing can be read from the disk").isTrue();
    int resident = process.megabytes("VmRSS");
    ScsiPaths.all(guest).forEach(path -> ScsiPaths.running(guest, path.name()));
    print("paths of the daemon's own disk back → both in use", awaitUsable(guest, 2));
    System.out.printf("lab:   daemon under pressure: %d MB resident%n", resident);
    assertThat(reader.await(Guest.STEP_LIMIT).exitStatus()).as("read then").isZero();
    awaitReady(daemon);

    ScsiPaths.all(guest).forEach(path -> ScsiPaths.delete(guest, path.name()));
    awaitUsable(guest, 0);
    endure(guest, pressure);
    ScsiPaths.scan(guest);
    print("the same, as new devices → both in use", awaitUsable(guest, 2));
    awaitReady(daemon);
    assertThat(io.stop().error()).as("no I/O error").isZero();
    assertThat(daemon.stop().exitStatus()).isZero();
  }

  private static void endure(Guest guest, MemoryPressure pressure) {
    for (long second = 0; second < LOST.toSeconds(); second++) {
      pressure.press();
      guest.run("sleep 1");
    }
  }

  /** A map made by a daemon of the guest's, as in a system that boots, and all it needs on it. */
  private static SystemDisk install(Guest guest, Polypath polypath) {
    LioTarget target = LioTarget.create(guest, "4a1b2c3d-0021", SystemDisk.MEGABYTES);
    target.portGroup("left", 1, AluaState.OPTIMIZED);
    target.loopbackPort(1, "left");
    target.loopbackPort(2, "left");
    DeviceMapper.load(guest);
    Configuration.write(
        guest,
        Settings.defaultsWith() + "overrides {\n  no_path_retry queue\n  path_checker tur\n}\n");
    Daemon first = Daemon.start(guest, polypath);
    awaitReady(first);
    SystemDisk disk = SystemDisk.install(guest, polypath, MAP);
    first.stop();
    return disk;
  }

  private static void awaitReady(Daemon daemon) {
    daemon.await(
        "both paths are ready",
        MAP,
        map ->
            map.paths().size() == 2
                && map.paths().stream()
                    .allMatch(path -> path.state().equals("active ready running")));
  }

  /** Waits until so many paths are in use in the kernel: the daemon may be unable to say. */
  private static Duration awaitUsable(Guest guest, long paths) {
    return guest.await(
        "paths in use: " + paths,
        Guest.STEP_LIMIT,
        () -> guest.run("dmsetup status " + MAP).text(),
        status -> USABLE.matcher(status).results().count() == paths);
  }

  private static void print(String what, Duration taken) {
    Timing.print(what, taken, Settings.POLLING_INTERVAL);
  }
}
