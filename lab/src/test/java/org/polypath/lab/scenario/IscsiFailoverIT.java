package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.Timing;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.DirectIo;
import org.polypath.lab.bench.IscsiPortals;
import org.polypath.lab.bench.LioTarget;
import org.polypath.lab.bench.MapLines;
import org.polypath.lab.bench.MultipathTools;

/** The failover exercise: an iSCSI disk over two networks, one of which is cut and mended. */
@InLab
class IscsiFailoverIT {
  private static final String MAP = "disk1";
  private static final String MOUNT_POINT = "/run/disk1";

  @Test
  void aMountedFileSystemOutlivesACutNetwork(Guest guest, MultipathTools tools) {
    LioTarget.create(guest, "4a1b2c3d-0002");
    IscsiPortals portals = IscsiPortals.connect(guest);
    DeviceMapper.load(guest);
    String wwid =
        guest.run("udevadm info -q property --property=ID_SERIAL --value /dev/sda").text();
    Configuration.write(
        guest,
        Settings.defaultsWith("path_grouping_policy failover", "failback manual") + alias(wwid));
    Daemon daemon = Daemon.start(guest, tools);
    daemon.await("both paths are ready", MAP, map -> usable(map).size() == 2);

    guest.afterwards("umount " + MOUNT_POINT);
    String node = DeviceMapper.awaitNode(guest, MAP);
    guest.run("mkfs.ext4 -q %1$s && mkdir -p %2$s && mount %1$s %2$s".formatted(node, MOUNT_POINT));
    DirectIo io = DirectIo.onFile(guest, MOUNT_POINT + "/data", MAP);
    String overEth1 = pathOver(guest, "192.168.1.15");
    String overEth2 = pathOver(guest, "192.168.2.15");

    cutAndMend(portals, "eth1", daemon, overEth1);
    cutAndMend(portals, "eth2", daemon, overEth2);
    assertThat(daemon.map(MAP).groupOf(overEth1).status())
        .as("the I/O stays where the cut of eth2 moved it")
        .isEqualTo("active");

    assertThat(io.isRunning()).as("the I/O still flows").isTrue();
    DirectIo.Result result = io.stop();
    assertThat(result.error()).as("no I/O error").isZero();
    System.out.printf("lab:   longest pause of the I/O %d ms%n", result.longestPause().toMillis());
    guest.run("umount %s && e2fsck -fn %s".formatted(MOUNT_POINT, node));
  }

  private static void cutAndMend(
      IscsiPortals portals, String link, Daemon daemon, String pathOverIt) {
    portals.cut(link);
    Timing.print(
        link + " cut → its path failed faulty, the other one ready",
        daemon.await(
            "the path over the cut link reads failed faulty",
            MAP,
            map -> map.stateOf(pathOverIt).startsWith("failed faulty") && usable(map).size() == 1),
        Settings.POLLING_INTERVAL);

    portals.mend(link);
    Timing.print(
        link + " mended → two ready paths again",
        daemon.await("both paths are ready", MAP, map -> usable(map).size() == 2),
        Settings.POLLING_INTERVAL);
  }

  private static String alias(String wwid) {
    return """
    multipaths {
      multipath {
        wwid %s
        alias %s
      }
    }
    """
        .formatted(wwid, MAP);
  }

  private static List<String> usable(MapLines map) {
    return map.paths().stream()
        .filter(path -> path.state().equals("active ready running"))
        .map(MapLines.Path::name)
        .toList();
  }

  /** The disk that the session with a portal brought. */
  private static String pathOver(Guest guest, String portal) {
    return guest
        .run(
            """
            for connection in /sys/class/iscsi_connection/*; do
              [ "$(< $connection/persistent_address)" = %s ] || continue
              ls -d $connection/device/../target*/*/block/* | sed 's|.*/||'
            done"""
                .formatted(portal))
        .text();
  }
}
