package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.lab.BackgroundStep;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.DirectIo;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.ScsiDebug;
import org.polypath.lab.bench.ScsiPath;
import org.polypath.lab.bench.ScsiPaths;

/** The last path of a map in use is deleted, or merely no longer counts. */
@InLab
class LastPathIT {
  private static final String MAP = "mpatha";
  private static final String GOES = "DEFERRED REMOVE";
  private static final String EXCLUDED =
      Settings.defaultsWith() + "blacklist {\n  devnode \"^sd\"\n}\n";

  @Test
  void theMapStaysIfAPathComesBeforeItsLastUserGoes(Guest guest, MultipathTools tools) {
    ScsiDebug.load(guest, 2, 1);
    DeviceMapper deviceMapper = DeviceMapper.load(guest);
    Configuration.write(guest, Settings.defaultsWith("deferred_remove yes"));
    Daemon daemon = Daemon.start(guest, tools);
    daemon.await("both paths are ready", MAP, map -> map.paths().size() == 2);
    guest.afterwards("pkill -x sleep");
    BackgroundStep user = guest.start("exec sleep 600 < " + DeviceMapper.awaitNode(guest, MAP));

    assertThat(guest.attempt(tools.multipath() + " -f " + MAP).exitStatus()).isNotZero();
    assertThat(info(guest)).as("removed by command while in use").doesNotContain(GOES);
    deleteAllPaths(guest);
    awaitInfo(guest, "the map is to go", GOES);
    daemon.kill();
    daemon = Daemon.start(guest, tools);
    rescan(guest);
    daemon.await("it has its paths again", MAP, map -> map.paths().size() == 2);
    assertThat(info(guest)).as("with a path").doesNotContain(GOES);

    deleteAllPaths(guest);
    awaitInfo(guest, "the map is to go", GOES);
    assertThat(deviceMapper.names()).contains(MAP);
    user.kill();
    guest.await(
        "it goes with its user",
        Guest.STEP_LIMIT,
        deviceMapper::names,
        names -> names.equals(List.of()));
    rescan(guest);
    daemon.await("it is made again", MAP, map -> map.paths().size() == 2);
    assertThat(daemon.stop().exitStatus()).isZero();
  }

  @Test
  void whoeverUsesTheMapGoesOnWhenItsPathsAreExcludedOrCalledOtherwise(
      Guest guest, MultipathTools tools) {
    ScsiDebug.load(guest, 2, 1);
    DeviceMapper deviceMapper = DeviceMapper.load(guest);
    Configuration.write(guest, Settings.defaultsWith());
    Daemon daemon = Daemon.start(guest, tools);
    daemon.await("both paths are ready", MAP, map -> map.paths().size() == 2);
    DirectIo io = DirectIo.onMap(guest, MAP);
    String paths = deviceMapper.pathsOf(MAP);
    for (String mistake : List.of(EXCLUDED, Settings.defaultsWith("uid_attribute ID_WWN"))) {
      Configuration.write(guest, mistake);
      daemon.ask("reconfigure");
      io.awaitFlow();
      assertThat(deviceMapper.pathsOf(MAP)).as(mistake).isEqualTo(paths);
      assertThat(deviceMapper.names()).as(mistake).containsExactly(MAP);
      Configuration.write(guest, Settings.defaultsWith());
      daemon.ask("reconfigure");
      daemon.await("it has its paths again", MAP, map -> map.paths().size() == 2);
    }
    assertThat(io.stop().error()).as("no I/O error").isZero();
  }

  private static void deleteAllPaths(Guest guest) {
    for (ScsiPath path : ScsiPaths.all(guest)) {
      guest.run("echo 1 > /sys/block/%s/device/delete".formatted(path.name()));
    }
  }

  private static void rescan(Guest guest) {
    guest.run(
        "for h in /sys/class/scsi_host/host*/scan; do echo '- - -' > $h; done;"
            + " udevadm settle -t 60");
  }

  private static String info(Guest guest) {
    return guest.run("dmsetup info " + MAP).text();
  }

  private static void awaitInfo(Guest guest, String description, String wanted) {
    guest.await(description, Guest.STEP_LIMIT, () -> info(guest), text -> text.contains(wanted));
  }
}
