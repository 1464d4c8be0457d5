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
        guest, Settings.defaultsWith("detect_prio no", "prio " + FixedPriorityBundle.NAME));
    Daemon daemon = Daemon.start(guest, tools);
    DirectIo io = DirectIo.onMap(guest, MAP);
    String jar = folder + "/vendor.jar";

    guest.push(new FixedPriorityBundle("1.0.0", 17).bytes(), jar);
    awaitPriority("jar copied in → its priority in force", daemon, 17);

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

    guest.run("rm " + jar);
    awaitLog(guest, daemon, "no longer deployed: file: vendor.jar");
    awaitPriority("jar deleted → the last priority stands", daemon, 23);

    assertThat(io.isRunning()).as("the I/O still flows").isTrue();
    assertThat(io.stop().error()).as("no I/O error").isZero();
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

  private static void awaitLog(Guest guest, Daemon daemon, String text) {
    guest.await("the log says: " + text, Guest.STEP_LIMIT, daemon::log, log -> log.contains(text));
  }
}
