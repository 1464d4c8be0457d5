package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.OnlyPolypath;
import org.polypath.lab.bench.CommandSession;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.Polypath;
import org.polypath.lab.bench.ScsiDebug;
import org.polypath.lab.bench.UdevRules;

/** Partitions of maps: {@code kpartx} as the reference's, and udev's rules without it. */
@InLab
@OnlyPolypath
class PartitionsIT {
  private static final String MAP = "/dev/mapper/mpatha";

  private static final String DOS =
      write("dos", "2048,4096", "6144,2048", "8192,20480,E", "10240,4096,L", "16384,4096,L");

  private static final String GPT = write("gpt", "2048,4096", "6144,2048", "8192,4096");

  /** What is there once udev has let go of it, past the program under test. */
  private static final String MAPS =
      "udevadm settle -t 30; dmsetup table --target linear; dmsetup info -c --noheadings -o name,uuid";

  private static final List<String> LINES =
      List.of(
          "kpartx -l " + MAP,
          DOS,
          "kpartx -l " + MAP,
          "kpartx " + MAP,
          "kpartx -l -p -part " + MAP,
          "kpartx -l /dev/sda",
          "kpartx -a -v " + MAP,
          MAPS,
          "kpartx -a -v " + MAP,
          "kpartx -u -v " + MAP,
          "exec 9</dev/mapper/mpatha1; kpartx -d -v " + MAP,
          MAPS,
          "kpartx -d -v " + MAP,
          "kpartx -d -v " + MAP,
          "kpartx -a -n -r -v -p -part " + MAP,
          MAPS,
          "kpartx -d -v " + MAP,
          "kpartx -a " + MAP,
          GPT,
          "kpartx -l " + MAP,
          "kpartx -l -g " + MAP,
          "kpartx -u " + MAP,
          MAPS,
          "kpartx -d -s " + MAP,
          "kpartx -l /dev/nosuch",
          "kpartx -l mpatha",
          "kpartx -l /dev/mapper/mpathb");

  @Test
  void kpartxDoesAndSaysWhatTheReferencesDoes(Guest guest, MultipathTools tools) {
    UdevRules.withoutPartitions(guest);
    ScsiDebug.load(guest, 2, 1);
    DeviceMapper deviceMapper = DeviceMapper.load(guest);
    Configuration.write(guest, Settings.defaultsWith());
    guest.run("/sbin/multipath -v0");

    List<String> expected = session(guest, "/sbin/kpartx");
    assertThat(deviceMapper.names()).containsExactly("mpatha");
    List<String> actual = session(guest, program(tools, "kpartx"));

    SoftAssertions softly = new SoftAssertions();
    for (int line = 0; line < LINES.size(); line++) {
      softly.assertThat(actual.get(line)).as(LINES.get(line)).isEqualTo(expected.get(line));
    }
    softly.assertAll();
  }

  @Test
  void rulesKeepPartitionsPropertiesAndLinks(Guest guest, MultipathTools tools) {
    UdevRules.ofPolypath(guest, (Polypath) tools);
    Configuration.write(guest, "defaults {\n  user_friendly_names yes\n  polling_interval 2\n}\n");
    ScsiDebug.load(guest, 2, 1);
    DeviceMapper deviceMapper = DeviceMapper.load(guest);
    assertThat(property(guest, "sda", "DM_MULTIPATH_DEVICE_PATH")).isEqualTo("0");
    Daemon daemon = Daemon.start(guest, tools);
    guest.run(tools.multipath() + " -a /dev/sda");
    daemon.await("the map is there", "mpatha", map -> true);
    DeviceMapper.awaitNode(guest, "mpatha");
    awaitProperty(guest, "sda", "DM_MULTIPATH_DEVICE_PATH", "1");
    awaitProperty(guest, "sda", "ID_FS_TYPE", "mpath_member");
    awaitProperty(guest, "mapper/mpatha", "MPATH_DEVICE_READY", "1");

    guest.run(DOS);
    awaitMaps(guest, deviceMapper, "mpatha", 1, 2, 3, 5, 6);
    String wwid = property(guest, "sda", "ID_SERIAL");
    for (String link :
        List.of("dm-uuid-mpath-" + wwid, "dm-name-mpatha-part1", "scsi-" + wwid + "-part5")) {
      guest.run("[ -b /dev/disk/by-id/%s ]".formatted(link));
    }
    guest.run(GPT);
    awaitMaps(guest, deviceMapper, "mpatha", 1, 2, 3);
    Configuration.write(
        guest,
        "multipaths {\n  multipath {\n    wwid %s\n    alias disk1\n  }\n}\n".formatted(wwid));
    daemon.ask("reconfigure");
    awaitMaps(guest, deviceMapper, "disk1", 1, 2, 3);
    guest.run("%s -f disk1".formatted(tools.multipath()));
    assertThat(deviceMapper.names()).isEmpty();
    daemon.stop();
  }

  private static void awaitMaps(Guest guest, DeviceMapper deviceMapper, String map, int... parts) {
    List<String> names = new ArrayList<>(List.of(map));
    for (int part : parts) {
      names.add(map + "-part" + part);
    }
    guest.await("partitions of " + map, Guest.STEP_LIMIT, deviceMapper::names, names::equals);
    guest.run("udevadm settle -t 30");
  }

  private static void awaitProperty(Guest guest, String device, String name, String value) {
    guest.await(
        name + " of " + device,
        Guest.STEP_LIMIT,
        () -> property(guest, device, name),
        value::equals);
  }

  private static String property(Guest guest, String device, String name) {
    return guest
        .run("udevadm info -q property --value --property=%s -n %s".formatted(name, device))
        .text();
  }

  private static List<String> session(Guest guest, String kpartx) {
    String prepare = "kpartx() { %s \"$@\"; }; dd if=/dev/zero of=%s bs=1M count=1 status=none";
    return CommandSession.run(guest, prepare.formatted(kpartx, MAP), LINES);
  }

  private static String program(MultipathTools tools, String name) {
    return tools.multipath().resolveSibling(name).toString();
  }

  private static String write(String label, String... partitions) {
    return "printf 'label: %s\\n%s\\n' | sfdisk -q --no-reread --no-tell-kernel --force -w always %s"
            .formatted(label, String.join("\\n", partitions), MAP)
        + " && udevadm settle -t 30";
  }
}
