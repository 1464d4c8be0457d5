package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.StepResult;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.Reference;
import org.polypath.lab.bench.ScsiDebug;

/** What an administrator does by command. */
@InLab
class CommandsIT {
  @Test
  void mapsAreFlushedWithoutTheDaemon(Guest guest, MultipathTools tools) {
    DeviceMapper deviceMapper = twoUnits(guest);
    guest.run(tools.multipath() + " -v0");
    assertThat(deviceMapper.names()).containsExactly("mpatha", "mpathb");

    assertThat(flush(guest, tools, "-f nosuchmap").exitStatus()).isEqualTo(1);
    StepResult inUse =
        guest.attempt("exec 3< /dev/mapper/mpatha; %s -f mpatha".formatted(tools.multipath()));
    assertThat(inUse.exitStatus()).isEqualTo(1);
    assertThat(inUse.stdout() + inUse.stderr()).contains("map in use");
    assertThat(deviceMapper.names()).containsExactly("mpatha", "mpathb");

    assertThat(flush(guest, tools, "-f mpatha").exitStatus()).isZero();
    assertThat(deviceMapper.names()).containsExactly("mpathb");
    assertThat(flush(guest, tools, "-F").exitStatus()).isZero();
    assertThat(deviceMapper.names()).isEmpty();
  }

  @Test
  void mapsAreFlushedByTheDaemonAndStayAway(Guest guest, MultipathTools tools) {
    DeviceMapper deviceMapper = twoUnits(guest);
    Daemon daemon = Daemon.start(guest, tools);
    awaitMaps(guest, daemon, 2);
    guest.run("udevadm settle -t 30");

    assertThat(flush(guest, tools, "-f mpatha").exitStatus()).isZero();
    awaitMaps(guest, daemon, 1);
    assertThat(deviceMapper.names()).containsExactly("mpathb");
    assertThat(flush(guest, tools, "-F").exitStatus()).isZero();
    awaitMaps(guest, daemon, 0);
    assertThat(deviceMapper.names()).isEmpty();

    daemon.ask("reconfigure");
    awaitMaps(guest, daemon, 2);
  }

  @Test
  void aPathIsFailedAndReinstatedByCommand(Guest guest, MultipathTools tools) {
    DeviceMapper deviceMapper = twoUnits(guest);
    Daemon daemon = Daemon.start(guest, tools);
    awaitMaps(guest, daemon, 2);

    assertThat(daemon.ask("fail path sda")).isEqualTo("ok");
    assertThat(deviceMapper.status())
        .as("one failure of 8:0 counted")
        .containsPattern("8:0 [AF] 1 ");
    assertThat(daemon.ask("reinstate path sda")).isEqualTo("ok");
    daemon.await("the path is active", "mpatha", map -> map.stateOf("sda").startsWith("active"));

    assertThat(daemon.attempt("fail path nosuchpath").exitStatus()).isEqualTo(1);
  }

  @Test
  void theDaemonGoesToTheBackgroundAndIsFoundThere(Guest guest, MultipathTools tools) {
    twoUnits(guest);
    guest.afterwards("pkill -KILL -x multipathd");

    guest.run(tools.multipathd().toString());

    String pid = guest.run("pgrep -x multipathd").text();
    assertThat(guest.read("/run/multipathd.pid").strip()).isEqualTo(pid);
    guest.await(
        "a client of the reference is answered",
        Guest.STEP_LIMIT,
        () -> guest.attempt(new Reference().multipathd() + " show daemon").text(),
        answer -> answer.matches("pid %s (idle|running)".formatted(pid)));

    guest.run(tools.multipathd() + " shutdown");
    guest.await(
        "the daemon has ended",
        Guest.STEP_LIMIT,
        () -> guest.attempt("pgrep -x multipathd; [ ! -e /run/multipathd.pid ]"),
        seen -> seen.text().isEmpty() && seen.exitStatus() == 0);
  }

  private static DeviceMapper twoUnits(Guest guest) {
    ScsiDebug.load(guest, 2, 2);
    Configuration.write(guest, Settings.defaultsWith());
    return DeviceMapper.load(guest);
  }

  private static StepResult flush(Guest guest, MultipathTools tools, String arguments) {
    return guest.attempt("%s %s".formatted(tools.multipath(), arguments));
  }

  private static void awaitMaps(Guest guest, Daemon daemon, int count) {
    guest.await(
        "the daemon has %d maps".formatted(count),
        Guest.STEP_LIMIT,
        daemon::maps,
        maps -> maps.size() == count);
  }
}
