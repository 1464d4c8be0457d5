package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.OnlyPolypath;
import org.polypath.lab.bench.AluaState;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.LioTarget;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.Reference;
import org.polypath.lab.bench.ScsiDebug;

/**
 * Checkers and prioritizers say of the same devices, in the same boot, what those of the reference
 * say.
 */
@InLab
@OnlyPolypath
class StatesAndPrioritiesIT {
  private static final String NOTHING = "";

  @Test
  void ofEveryStateOfATargetPortGroup(Guest guest, MultipathTools tools) {
    LioTarget target = LioTarget.create(guest, "4a1b2c3d-0002");
    target.portGroup("left", 1, AluaState.OPTIMIZED);
    target.portGroup("right", 2, AluaState.NON_OPTIMIZED);
    target.loopbackPort(1, "left");
    target.loopbackPort(2, "right");
    DeviceMapper.load(guest);
    SideBySide table = new SideBySide(guest, tools);
    table.makeMaps(configuration("tur", "alua", NOTHING));

    String byTur = configuration("tur", "alua", NOTHING);
    for (AluaState state : List.of(AluaState.NON_OPTIMIZED, AluaState.UNAVAILABLE)) {
      target.setState("right", state);
      table.compare("tur, right " + state, byTur, NOTHING);
    }
    for (AluaState state : List.of(AluaState.OPTIMIZED, AluaState.OFFLINE)) {
      target.setState("right", state);
      table.compareAlso("tur, right " + state, byTur, NOTHING);
    }
    target.setState("right", AluaState.STANDBY);
    table.compare("tur, right STANDBY", byTur, NOTHING);
    table.compare("directio, right STANDBY", configuration("directio", "alua", NOTHING), NOTHING);
    table.compareAlso(
        "readsector0, right STANDBY", configuration("readsector0", "alua", NOTHING), NOTHING);
    target.prefer("right", true);
    target.setState("right", AluaState.NON_OPTIMIZED);
    table.compareAlso("right preferred, not optimized", byTur, NOTHING);
    target.setState("right", AluaState.OPTIMIZED);
    table.compare(
        "right preferred, exclusive",
        configuration("tur", "alua", "prio_args exclusive_pref_bit"),
        NOTHING);
    target.prefer("right", false);
    String reserve = "sg_raw /dev/sda 16 00 00 00 00 00";
    guest.afterwards("sg_raw /dev/sda 17 00 00 00 00 00");
    table.compare("reserved through left", configuration("tur", "const", NOTHING), reserve);
    table.assertEqual();
  }

  @Test
  void ofWhatGoesWrongOnADisk(Guest guest, MultipathTools tools) {
    ScsiDebug disks = ScsiDebug.load(guest, 2, 1);
    DeviceMapper.load(guest);
    SideBySide table = new SideBySide(guest, tools);
    table.makeMaps(configuration("tur", "alua", NOTHING));

    String byTur = configuration("tur", "alua", NOTHING);
    String byReading = configuration("readsector0", "alua", NOTHING);
    table.compare("tur, unit attention", byTur, disks.unitAttention());
    table.compareAlso("readsector0, unit attention", byReading, disks.unitAttention());
    disks.failFirstBlock();
    table.compare("readsector0, medium error", byReading, NOTHING);
    table.compareAlso(
        "directio, medium error", configuration("directio", "alua", NOTHING), NOTHING);
    disks.work();
    // read-only, for udev looks again at what was open for writing, and finds less now
    guest.run("sg_start --readonly --stop /dev/sda");
    table.compareAlso("tur, stopped", configuration("tur", "hp_sw", NOTHING), NOTHING);
    table.compare("hp_sw, stopped", configuration("hp_sw", "hp_sw", NOTHING), NOTHING);
    guest.run("sg_start --readonly --start /dev/sda; echo offline > /sys/block/sda/device/state");
    table.compare("tur, offline", byTur, NOTHING);
    guest.run("echo running > /sys/block/sda/device/state");
    table.compare("rdac on another array", configuration("rdac", "const", NOTHING), NOTHING);
    table.compareAlso(
        "emc_clariion on another array", configuration("emc_clariion", "const", NOTHING), NOTHING);
    table.assertEqual();
  }

  @Test
  void ofEveryPrioritizerOnADiskThatIsNoneOfItsArrays(Guest guest, MultipathTools tools) {
    // not random and path_latency, which never say the same twice; nor iet and rdac, for on such a
    // disk Debian 12's iet ends in a segmentation fault, and its rdac says 0, later ones nothing
    List<String> prioritizers =
        List.of(
            "const", "alua", "sysfs", "emc", "hds", "hp_sw", "ontap", "datacore", "weightedpath");
    ScsiDebug.load(guest, 2, prioritizers.size());
    DeviceMapper.load(guest);
    SideBySide table = new SideBySide(guest, tools);
    List<String> wwids = table.makeMaps(configuration("tur", "const", NOTHING));
    StringBuilder maps = new StringBuilder("multipaths {\n");
    for (int unit = 0; unit < prioritizers.size(); unit++) {
      String prioritizer = prioritizers.get(unit);
      maps.append(
          "  multipath {\n    wwid %s\n    prio %s\n    prio_args \"%s\"\n  }\n"
              .formatted(wwids.get(unit), prioritizer, arguments(prioritizer)));
    }
    String configuration = configuration("tur", "const", NOTHING) + maps.append("}\n");

    table.compare("each unit another prioritizer", configuration, NOTHING);
    table.assertEqual();
  }

  @Test
  void oneReportOfTheGroupsServesAllPaths(Guest guest, MultipathTools tools) {
    LioTarget target = LioTarget.create(guest, "4a1b2c3d-0004");
    target.portGroup("left", 1, AluaState.OPTIMIZED);
    int paths = 4;
    for (int port = 1; port <= paths; port++) {
      target.loopbackPort(port, "left");
    }
    DeviceMapper.load(guest);
    SideBySide table = new SideBySide(guest, tools);
    table.makeMaps(configuration("tur", "alua", NOTHING));

    long reference = reports(guest, target, new Reference());
    long ours = reports(guest, target, tools);

    System.out.printf(
        "lab:   commands for the priorities of %d paths: the reference %d, ours %d%n",
        paths, reference, ours);
    assertThat(ours).as("one REPORT TARGET PORT GROUPS").isEqualTo(1);
    assertThat(reference).as("one for each path").isGreaterThanOrEqualTo(paths);
  }

  /** By how many commands more a listing reaches the unit if priorities come from reports. */
  private static long reports(Guest guest, LioTarget target, MultipathTools tools) {
    return commands(guest, target, tools, "alua") - commands(guest, target, tools, "const");
  }

  private static long commands(
      Guest guest, LioTarget target, MultipathTools tools, String prioritizer) {
    guest.write("/etc/multipath.conf", configuration("tur", prioritizer, NOTHING));
    long before = target.commands();
    guest.run(tools.multipath() + " -ll");
    return target.commands() - before;
  }

  private static String arguments(String prioritizer) {
    return switch (prioritizer) {
      case "datacore" -> "timeout=1000 preferredsds=SDS1";
      case "weightedpath" -> "hbtl ^0: 7 ^1: 3";
      default -> "";
    };
  }

  private static String configuration(String checker, String prioritizer, String more) {
    return Settings.defaultsWith("path_grouping_policy failover", "checker_timeout 5")
        + """
        overrides {
          path_checker %s
          detect_checker no
          prio %s
          detect_prio no
          %s
        }
        """
            .formatted(checker, prioritizer, more);
  }
}
