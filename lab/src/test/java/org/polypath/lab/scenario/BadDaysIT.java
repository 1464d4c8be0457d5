package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polypath.lab.BackgroundStep;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.OnlyPolypath;
import org.polypath.lab.StepResult;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.DirectIo;
import org.polypath.lab.bench.MapLines;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.Polypath;
import org.polypath.lab.bench.ScsiDebug;
import org.polypath.lab.bench.ScsiPaths;

/** What goes wrong on a host, and what must not come of it. */
@InLab
class BadDaysIT {
  private static final String MAP = "mpatha";

  @Test
  void aKilledDaemonLeavesTheIoFlowingAndTheNextOneAdoptsTheMaps(
      Guest guest, MultipathTools tools) {
    ScsiDebug.load(guest, 2, 1);
    DeviceMapper deviceMapper = DeviceMapper.load(guest);
    Configuration.write(guest, Settings.defaultsWith());
    Daemon first = Daemon.start(guest, tools);
    DirectIo io = DirectIo.onMap(guest, MAP);
    first.await("both paths are ready", MAP, map -> map.paths().size() == 2);
    String tables = deviceMapper.tables();
    String events = deviceMapper.events(MAP);

    first.kill();
    assertThat(deviceMapper.tables()).isEqualTo(tables);
    Daemon second = Daemon.start(guest, tools);
    second.await(
        "the map is adopted and its paths checked",
        MAP,
        map -> map.paths().stream().allMatch(path -> path.state().equals("active ready running")));

    assertThat(deviceMapper.tables()).as("the table").isEqualTo(tables);
    assertThat(deviceMapper.events(MAP)).as("the event number").isEqualTo(events);
    assertThat(io.isRunning()).as("the I/O still flows").isTrue();
    assertThat(io.stop().error()).as("no I/O error").isZero();
  }

  @Test
  @OnlyPolypath
  void aWriteProtectedPathThatComesFailsNoWrites(Guest guest, MultipathTools tools) {
    ScsiDebug disk = ScsiDebug.load(guest, 2, 1);
    DeviceMapper deviceMapper = DeviceMapper.load(guest);
    String protectedPath = disk.paths().get(1).name();
    ScsiPaths.delete(guest, protectedPath);
    Configuration.write(guest, Settings.defaultsWith());
    Daemon daemon = Daemon.start(guest, tools);
    daemon.await("the other path is ready", MAP, map -> map.paths().size() == 1);
    guest.afterwards("pkill -x sleep");
    BackgroundStep user = guest.start("exec sleep 600 < " + DeviceMapper.awaitNode(guest, MAP));

    disk.bringBackProtected();
    assertThat(guest.read("/sys/block/%s/ro".formatted(protectedPath)).strip()).isEqualTo("1");
    guest.await(
        "the path is left out",
        Guest.STEP_LIMIT,
        daemon::log,
        log -> log.contains("it is write-protected, and others are not"));
    DirectIo io = DirectIo.onMap(guest, MAP);
    guest.run("echo 1 > /sys/block/%s/device/rescan".formatted(protectedPath));
    daemon.await("both paths are ready", MAP, BadDaysIT::bothPathsAreReady);
    assertThat(deviceMapper.pathsOf(MAP)).contains(protectedPath);
    assertThat(io.stop().error()).as("no I/O error").isZero();
    user.kill();
  }

  @Test
  @OnlyPolypath
  void aDaemonThatMayOpenNoMoreFilesStillFollowsItsPaths(Guest guest, MultipathTools tools) {
    ScsiDebug.load(guest, 2, 1);
    DeviceMapper deviceMapper = DeviceMapper.load(guest);
    Configuration.write(guest, Settings.defaultsWith("path_checker tur"));
    Daemon daemon = Daemon.start(guest, tools);
    daemon.await("both paths are ready", MAP, BadDaysIT::bothPathsAreReady);
    DirectIo io = DirectIo.onMap(guest, MAP);
    String pid = daemon.pid();
    String paths = deviceMapper.pathsOf(MAP);
    String path = daemon.map(MAP).paths().get(0).name();

    guest.run("prlimit --pid %1$s --nofile=$(ls /proc/%1$s/fd | wc -l)".formatted(pid));
    ScsiPaths.offline(guest, path);
    awaitStatus(guest, deviceMapper, "the path failed", ".* F .*");
    ScsiPaths.running(guest, path);
    awaitStatus(guest, deviceMapper, "the path is back", ".* A \\d+ .* A \\d+ .*");
    guest.run("udevadm trigger -c change -s block; udevadm settle -t 30");

    assertThat(deviceMapper.pathsOf(MAP)).as("no path was taken out").isEqualTo(paths);
    guest.run("prlimit --pid %s --nofile=4096".formatted(pid));
    daemon.await("it answers again and has both paths", MAP, BadDaysIT::bothPathsAreReady);
    assertThat(io.stop().error()).as("no I/O error").isZero();
  }

  private static void awaitStatus(
      Guest guest, DeviceMapper deviceMapper, String description, String pattern) {
    guest.await(
        description,
        Guest.STEP_LIMIT,
        deviceMapper::status,
        status -> status.strip().matches(pattern));
  }

  private static boolean bothPathsAreReady(MapLines map) {
    return map.paths().size() == 2
        && map.paths().stream().allMatch(path -> path.state().equals("active ready running"));
  }

  @Test
  void aSecondDaemonGivesWay(Guest guest, MultipathTools tools) {
    DeviceMapper.load(guest);
    Configuration.write(guest, Settings.defaultsWith());
    Daemon daemon = Daemon.start(guest, tools);
    String pid = daemon.pid();

    StepResult second = guest.attempt(tools.multipathd() + " -d");

    assertThat(second.exitStatus()).isEqualTo(1);
    // the reference needs two lines for it
    assertThat(lines(second))
        .as("lines it wrote: %s", second)
        .isEqualTo(tools instanceof Polypath ? 1 : 2);
    assertThat(daemon.pid()).isEqualTo(pid);
    assertThat(daemon.stop().exitStatus()).isZero();
  }

  @Test
  @OnlyPolypath
  void withoutDeviceMapperTheCommandsSaySoInOneLine(Guest guest, MultipathTools tools) {
    Configuration.write(guest, Settings.defaultsWith());
    guest.afterwards("rm -f /etc/modprobe.d/no-device-mapper.conf");
    guest.run(
        """
        modprobe -r dm_service_time dm_round_robin dm_queue_length dm_multipath dm_mod
        echo install dm_mod /bin/false > /etc/modprobe.d/no-device-mapper.conf
        rm -f /dev/mapper/control
        ! grep device-mapper /proc/misc""");

    for (String command : new String[] {tools.multipath() + "", tools.multipathd() + " -d"}) {
      StepResult result = guest.attempt(command);
      assertThat(result.exitStatus()).as("exit status of %s: %s", command, result).isEqualTo(1);
      assertThat(complaints(result)).as("complaints of %s: %s", command, result).isEqualTo(1);
      assertThat(result.stderr()).contains("/dev/mapper/control");
    }
    assertThat(guest.attempt("pgrep multipath; ls /run/multipathd*").stdout())
        .as("nothing is left behind")
        .isEmpty();
  }

  @Test
  void aBrokenLineIsReportedAndTheRestServes(Guest guest, MultipathTools tools) {
    ScsiDebug.load(guest, 2, 1);
    DeviceMapper.load(guest);
    Configuration.write(guest, Settings.defaultsWith("no_such_keyword 1"));

    StepResult built = guest.run(tools.multipath().toString());

    assertThat(built.stdout() + built.stderr())
        .containsPattern("/etc/multipath.conf(:| line )5[:,] invalid keyword.*: no_such_keyword");
    assertThat(guest.run(tools.multipath() + " -ll").stdout()).contains(MAP);
  }

  @Test
  @OnlyPolypath
  void anUnreadableConfigurationStopsTheStartAndKeepsARunningDaemonAsItIs(
      Guest guest, MultipathTools tools) {
    ScsiDebug.load(guest, 2, 1);
    DeviceMapper.load(guest);
    Configuration.write(guest, Settings.defaultsWith());
    Daemon daemon = Daemon.start(guest, tools);
    daemon.await("the map is there", MAP, map -> map.paths().size() == 2);

    Configuration.makeUnreadable(guest);
    daemon.attempt("reconfigure");

    guest.await(
        "the daemon has dealt with it and goes on",
        Guest.STEP_LIMIT,
        () -> daemon.ask("show daemon"),
        answer -> answer.endsWith("idle"));
    assertThat(daemon.map(MAP).paths()).hasSize(2);
    daemon.stop();
    StepResult start = guest.attempt(tools.multipathd() + " -d");
    assertThat(start.exitStatus()).isEqualTo(1);
    assertThat(start.stderr()).contains("/etc/multipath.conf");
  }

  /** Its lines without those that only inform. */
  private static long complaints(StepResult result) {
    return result.stderr().lines().filter(line -> !line.contains(" info: ")).count();
  }

  private static long lines(StepResult result) {
    return (result.stdout() + result.stderr()).lines().count();
  }
}
