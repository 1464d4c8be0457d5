package org.polypath.client.pathcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.client.pathcheck.PathCheckHost.Answer;

/** What {@code multipath -u}, {@code -c}, {@code -U} and {@code -C} answer. */
class PathCheckTest {
  private static final Answer PATH = new Answer(0, "DM_MULTIPATH_DEVICE_PATH=\"1\"\n");
  private static final Answer NO_PATH = new Answer(0, "DM_MULTIPATH_DEVICE_PATH=\"0\"\n");

  @TempDir Path folder;

  private PathCheckHost host;

  @BeforeEach
  void disk() {
    host = new PathCheckHost(folder);
    host.disk("sda", "8:0", "ID_SERIAL=36001", "ID_WWN=0x6001", "ID_VENDOR=ACME");
    rules("strict");
  }

  @Test
  void strictTakesWhatWasAMapBefore() {
    assertThat(ask("sda")).isEqualTo(NO_PATH);
    host.write("state/wwids", "/36001/\n");
    assertThat(ask("sda")).isEqualTo(PATH);
    host.write("state/wwids", "#36001/\n/360012/\n");
    assertThat(ask("sda")).as("forgotten again").isEqualTo(NO_PATH);
  }

  @Test
  void theFileOfWhatWasAMapIsWhereTheConfigurationPutsIt() {
    host.write("elsewhere/wwids", "/36001/\n");
    rules("strict", "wwids_file " + folder.resolve("elsewhere/wwids"));
    assertThat(ask("sda")).isEqualTo(PATH);
    host.write("state/wwids", "/36001/\n");
    host.write("elsewhere/wwids", "");
    assertThat(ask("sda")).as("the usual file is not asked").isEqualTo(NO_PATH);
  }

  @Test
  void whatIsAMapNowIsKnown() {
    host.write("by-id/dm-uuid-mpath-36001", "");
    assertThat(ask("sda")).isEqualTo(PATH);
  }

  @Test
  void aDiskInsideAMapIsAPathWhateverElseIsSaid() {
    host.holder("sda", "dm-3", "mpath-36001");
    rules("strict", "blacklist devnode .*");
    assertThat(ask("sda")).isEqualTo(PATH);
  }

  @Test
  void aPartitionAndAMissingDiskAreNoPaths() {
    rules("greedy");
    host.disk("sda1", "8:1", "ID_SERIAL=36001", "ID_WWN=x");
    host.write("sys/class/block/sda1/partition", "1\n");
    assertThat(ask("sda1")).isEqualTo(NO_PATH);
    assertThat(ask("nosuch")).isEqualTo(NO_PATH);
  }

  @ParameterizedTest
  @CsvSource({"off, 1", "strict, 2", "on, 2", "yes, 2", "smart, 2", "greedy, 1"})
  void withoutTheFileOfWhatWasAMapModesAreMoreOpen(String mode, String verdict) {
    rules(mode);
    assertThat(host.run("check_path -u sda yes").text())
        .startsWith("DM_MULTIPATH_DEVICE_PATH=\"" + verdict + "\"\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "blacklist devnode ^sd",
        "blacklist wwid ^36001$",
        "blacklist device ACME Arr",
        "blacklist property ^ID_VENDOR$",
        "blacklist devnode !^nvme",
        "blacklist device .* !Disk"
      })
  void theBlacklistBeatsWhatIsKnown(String rule) {
    host.write("state/wwids", "/36001/\n");
    rules("strict", rule);
    assertThat(ask("sda")).isEqualTo(NO_PATH);
  }

  @ParameterizedTest
  @CsvSource({
    "blacklist devnode .*, blacklist_exceptions devnode ^sda$",
    "blacklist wwid .*, blacklist_exceptions wwid 36001",
    "blacklist device .* .*, blacklist_exceptions device ^ACME ^Array"
  })
  void anExceptionBeatsItsCriterion(String rule, String exception) {
    host.write("state/wwids", "/36001/\n");
    rules("strict", rule, exception);
    assertThat(ask("sda")).isEqualTo(PATH);
    rules("strict", rule, exception, "blacklist property ID_VENDOR");
    assertThat(ask("sda")).as("another criterion still forbids it").isEqualTo(NO_PATH);
  }

  @Test
  void aDiskMustHaveOneOfTheExceptedProperties() {
    rules("greedy");
    host.disk("sdb", "8:16", "ID_SERIAL=36002");
    assertThat(ask("sdb")).isEqualTo(NO_PATH);
    host.disk("sdc", "8:32", "ID_SERIAL=36003", "SCSI_IDENT_SERIAL=1");
    assertThat(ask("sdc")).isEqualTo(PATH);
  }

  @Test
  void ofSeveralPropertiesTheFirstByNameDecides() {
    rules("greedy", "blacklist property ID_WWN", "blacklist_exceptions property ID_SERIAL");
    assertThat(ask("sda")).isEqualTo(PATH);
    rules("greedy", "blacklist property ID_SERIAL");
    assertThat(ask("sda")).isEqualTo(NO_PATH);
  }

  @Test
  void theWwidIsInThePropertyThatTheConfigurationNames() {
    host.disk("sdd", "8:48", "ID_OTHER=36004", "ID_WWN=x");
    host.write("state/wwids", "/36004/\n");
    assertThat(ask("sdd")).isEqualTo(NO_PATH);
    rules("strict", "device ACME Array ID_OTHER");
    assertThat(ask("sdd")).isEqualTo(PATH);
    rules("strict", "uid_attrs sd:ID_OTHER\\ nvme:ID_WWN");
    assertThat(ask("sdd")).isEqualTo(PATH);
    rules("strict", "uid_attribute ID_OTHER", "uid_attribute_everywhere yes");
    assertThat(ask("sdd")).isEqualTo(PATH);
  }

  @Test
  void aDiskWhoseMapCouldNotBeMadeIsLeftToOthers() {
    rules("greedy");
    host.write("run/failed_wwids/36001", "");
    assertThat(ask("sda")).isEqualTo(NO_PATH);
  }

  @Test
  void aDiskInUseIsNotTaken() {
    rules("greedy");
    host.write("mounts", "21 1 8:0 / /mnt rw - ext4 /dev/sda rw\n");
    assertThat(ask("sda")).isEqualTo(NO_PATH);
    host.write("mounts", "");
    host.write("swaps", "Filename\tType\n/dev/sda partition 1 0 -2\n");
    assertThat(ask("sda")).isEqualTo(NO_PATH);
    host.write("swaps", "");
    host.holder("sda", "dm-7", "LVM-abc");
    assertThat(ask("sda")).isEqualTo(NO_PATH);
  }

  @Test
  void aSecondPathEndsTheDoubt() {
    rules("smart");
    host.disk("sdb", "8:16", "ID_SERIAL=36001", "ID_WWN=0x6001");
    assertThat(ask("sda")).isEqualTo(PATH);
  }

  @Test
  void theDoubtHasAnEnd() {
    rules("smart", "find_multipaths_timeout 5");
    Answer first = ask("sda");
    assertThat(first.text())
        .matches("DM_MULTIPATH_DEVICE_PATH=\"2\"\nFIND_MULTIPATHS_WAIT_UNTIL=\"\\d+\\.\\d{6}\"\n");
    assertThat(ask("sda")).as("the same end").isEqualTo(first);
    host.write("run/find_multipaths/8:0", "1000000000.000000\n");
    Answer over =
        new Answer(0, "DM_MULTIPATH_DEVICE_PATH=\"0\"\nFIND_MULTIPATHS_WAIT_UNTIL=\"0\"\n");
    assertThat(ask("sda")).isEqualTo(over);
    assertThat(host.run("check_path -c /dev/null no").status()).isEqualTo(1);
  }

  @Test
  void unknownHardwareIsWaitedForOneSecondOnly() {
    rules("smart", "find_multipaths_timeout -600", "device OTHER .*");
    long unknown = deadline("sda");
    host.disk("sdb", "8:16", "ID_SERIAL=36002", "ID_WWN=x");
    rules("smart", "find_multipaths_timeout -600", "device ACME .*");
    assertThat(deadline("sdb") - unknown).isBetween(500L, 700L);
  }

  @Test
  void underUdevThePropertiesOfTheEventCount() {
    host.write("state/wwids", "/36009/\n");
    List<String> event =
        List.of("MAJOR=8", "MINOR=0", "DEVPATH=/x", "ID_SERIAL=36009", "ID_WWN=0x6009");
    assertThat(host.run("check_path -u sda no", event)).isEqualTo(PATH);
    assertThat(host.run("check_path -u '' no", List.of("DEVNAME=/dev/sda"))).isEqualTo(NO_PATH);
  }

  @Test
  void aRelativeNameIsNoPathToCheck() {
    assertThat(host.run("check_path -c sda no"))
        .isEqualTo(new Answer(1, "multipath: the -c option requires a path to check\n"));
    assertThat(host.run("check_path -c /dev/nosuch no"))
        .isEqualTo(new Answer(1, "multipath: '/dev/nosuch' is not a valid argument\n"));
  }

  @Test
  void rulesOlderThanTheConfigurationAreNotUsed() {
    rules("greedy");
    assertThat(folder.resolve("run/path-rules").toFile().setLastModified(1_000_000_000_000L))
        .isTrue();
    host.write("multipath.conf", "defaults {\n}\n");
    host.write("state/path-rules", "find_multipaths\tgreedy\n");
    assertThat(host.run("make_rules() { false; }; find_rules; echo $rules_file").text())
        .as("the younger ones")
        .isEqualTo(folder + "/state/path-rules\n");
    assertThat(folder.resolve("state/path-rules").toFile().setLastModified(1_000_000_000_000L))
        .isTrue();
    assertThat(
            host.run(
                "make_rules() { printf 'find_multipaths\\tstrict\\n'; }; check_path -u sda no"))
        .as("made anew")
        .isEqualTo(NO_PATH);
    assertThat(ask("sda")).as("once").isEqualTo(NO_PATH);
  }

  @Test
  void aMapIsUsableWhileTheKernelUsesAPathThatIsOnline() {
    host.write("sys/block/dm-3/dm/name", "mpatha\n");
    host.write("sys/block/dm-3/dm/uuid", "mpath-36001\n");
    host.write("sys/block/dm-3/dev", "254:3\n");
    host.write("status", "0 8 multipath 2 0 0 0 1 1 A 0 1 2 8:0 A 0 0 1\n");
    for (String name : List.of("mpatha", "/dev/mapper/mpatha", "dm-3", "254:3", "36001")) {
      assertThat(host.run("check_map -C " + name)).as(name).isEqualTo(new Answer(0, ""));
    }
    Answer unusable = new Answer(1, "multipath: mpatha: no usable paths found\n");
    host.write("sys/dev/block/8:0/device/state", "offline\n");
    assertThat(host.run("check_map -C mpatha")).isEqualTo(unusable);
    host.write("sys/dev/block/8:0/device/state", "running\n");
    host.write("status", "0 8 multipath 2 0 0 0 1 1 E 0 1 2 8:0 F 1 0 1\n");
    assertThat(host.run("check_map -U ''", List.of("DM_NAME=mpatha"))).isEqualTo(unusable);
    assertThat(host.run("check_map -C /dev/sda"))
        .isEqualTo(new Answer(1, "multipath: /dev/sda is not a dm device\n"));
  }

  private Answer ask(String disk) {
    return host.run("check_path -u " + disk + " no");
  }

  private long deadline(String disk) {
    String until = ask(disk).text().lines().skip(1).findFirst().orElseThrow();
    return Long.parseLong(until.replaceAll(".*\"(\\d+)\\..*", "$1"));
  }

  private void rules(String mode, String... more) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "find_multipaths " + mode,
                "uid_attribute ID_SERIAL",
                "blacklist devnode !^(sd[a-z]|dasd[a-z]|nvme[0-9])",
                "blacklist_exceptions property (SCSI_IDENT_|ID_WWN)"));
    lines.addAll(List.of(more));
    host.rules(lines.toArray(String[]::new));
  }
}
