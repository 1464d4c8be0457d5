package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.OnlyPolypath;
import org.polypath.lab.Timing;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.DirectIo;
import org.polypath.lab.bench.Polypath;
import org.polypath.lab.bench.ScsiDebug;
import org.polypath.lab.plugin.FixedPriorityBundle;

/** A vendor's plug-in comes, is replaced and goes while its map carries I/O. */
@InLab
@OnlyPolypath
class HotDeploymentIT {
  private static final String MAP = "mpatha";

  @Test
  void aPluginIsCopiedInReplacedAndDeletedUnderIo(Guest guest, Polypath tools) {
    String folder = tools.deployDirectory().toString();
    guest.afterwards("rm -f %s/*.jar".formatted(folder));
    guest.run("chown -R root:root %s".formatted(folder));
    ScsiDebug.load(guest, 2, 1);
    DeviceMapper.load(guest);
    Configuration.write(
        guest,
        Settings.defaultsWith(
            "detect_prio no",
            "prio " + FixedPriorityBundle.NAME,
            "path_grouping_policy " + FixedPriorityBundle.POLICY));
    Daemon daemon = Daemon.start(guest, tools);
    DirectIo io = DirectIo.onMap(guest, MAP);
    awaitGroups("before the jar is there → grouped as built in", daemon, 2);
    String jar = folder + "/vendor.jar";

    guest.push(new FixedPriorityBundle("1.0.0", 17).bytes(), jar);
    awaitPriority("jar copied in → its priority in force", daemon, 17);
    awaitGroups("jar copied in → its grouping policy in force", daemon, 1);
    awaitLog(guest, daemon, "invalid value for path_grouping_policy: \"one_group\"");
    assertThat(guest.run("dmsetup table " + MAP).text()).contains(" 1 1 service-time 0 2 ");

    byte[] second = new FixedPriorityBundle("1.1.0", 23).bytes();
    guest.push(second, jar);
    awaitLog(guest, daemon, "rolled back: fixed says priority 23 of");
    awaitPriority("jar that ranks differently → the version before serves", daemon, 17);

    guest.run(tools.shell() + " plugin accept vendor.jar");
    awaitPriority("the same accepted by hand → its priority in force", daemon, 23);

    guest.push(new FixedPriorityBundle("1.2.0", 23).bytes(), jar);
    awaitLog(guest, daemon, "version: 1.2.0 instead of: 1.1.0; because: fixed agrees with");

    guest.push(Arrays.copyOf(second, second.length / 2), jar);
    awaitLog(guest, daemon, "refused: file: vendor.jar");
    guest.push(
        "no jar at all".getBytes(java.nio.charset.StandardCharsets.US_ASCII), folder + "/junk.jar");
    awaitLog(guest, daemon, "refused: file: junk.jar");
    awaitPriority("jar cut off → the version before serves", daemon, 23);

    daemon.stop();
    deleteInAnotherLife(guest, Daemon.start(guest, tools), jar);

    assertThat(io.isRunning()).as("the I/O still flows").isTrue();
    assertThat(io.stop().error()).as("no I/O error").isZero();
  }

  /** What served serves from the start: no table is loaded without it first. */
  private static void deleteInAnotherLife(Guest guest, Daemon daemon, String jar) {
    awaitPriority("daemon started anew → the jar's priority is in force", daemon, 23);

    guest.run("rm " + jar);
    awaitLog(guest, daemon, "no longer deployed: file: vendor.jar");
    awaitLog(guest, daemon, "there is no path_grouping_policy \"one_group\" now");
    awaitPriority("jar deleted → the last priority stands", daemon, 23);
    awaitGroups("jar deleted → the map stands", daemon, 1);
    assertThat(daemon.log()).as("tables loaded since it started").doesNotContain(": reload;");
  }

  private static void awaitPriority(String what, Daemon daemon, int priority) {
    Timing.print(
        what,
        daemon.await(
            what + ": " + priority,
            MAP,
            map -> map.groups().stream().allMatch(group -> group.priority() == priority)),
        Settings.POLLING_INTERVAL);
  }

  private static void awaitGroups(String what, Daemon daemon, int groups) {
    Timing.print(
        what,
        daemon.await(what + ": " + groups, MAP, map -> map.groups().size() == groups),
        Settings.POLLING_INTERVAL);
  }

  private static void awaitLog(Guest guest, Daemon daemon, String text) {
    guest.await("the log says: " + text, Guest.STEP_LIMIT, daemon::log, log -> log.contains(text));
  }
}
