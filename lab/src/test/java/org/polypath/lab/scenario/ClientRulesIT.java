package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.lab.Guest;
import org.polypath.lab.InLab;
import org.polypath.lab.OnlyPolypath;
import org.polypath.lab.StepResult;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.DeviceMapper;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.Reference;
import org.polypath.lab.bench.ScsiDebug;

/** What programs of today rely on when they ask and read, with either client and either daemon. */
@InLab
@OnlyPolypath
class ClientRulesIT {
  private static final String QUICK = new Reference().multipathd().toString();
  private static final String INTERVALS_AS_BUILT_IN =
      "defaults {\n  find_multipaths no\n  user_friendly_names yes\n}\n";

  private static final List<String> SHOWN =
      List.of(
          "show topology",
          "show maps",
          "show maps json",
          "show maps raw format %n:%w",
          "show wildcards");

  @Test
  void programsOfTodayAreAnsweredAsTheyExpect(Guest guest, MultipathTools tools) {
    DeviceMapper deviceMapper = twoUnits(guest);
    Daemon daemon = startWithMaps(guest, tools);

    theDialogueFromAPipe(guest, tools);
    waysToAsk(guest, tools);
    failuresAreSaidWithTheirReason(guest, tools);
    rawOutputIsRaw(guest);
    anOrphanHarmsNoCommand(guest);
    namesOfMapsAndPaths(guest);
    othersThanRootMayOnlyLook(guest);
    addAndDeleteAreIdempotent(guest);
    mapsGrowWithTheirPaths(guest, deviceMapper);
    daemon.stop();
  }

  @Test
  void eitherClientWorksWithEitherDaemon(Guest guest, MultipathTools tools) {
    twoUnits(guest);
    Daemon theirs = startWithMaps(guest, new Reference());
    ourClientShowsTheSame(guest, tools);
    assertThat(guest.attempt(tools.multipathd() + " fail path nosuch").exitStatus()).isEqualTo(1);
    theirs.stop();

    Daemon ours = startWithMaps(guest, tools);
    ourClientShowsTheSame(guest, tools);
    assertThat(guest.run("printf 'show daemon\\nquit\\n' | /sbin/multipathc").stdout())
        .containsPattern("pid \\d+ idle\n");
    ours.stop();
  }

  @Test
  void whatHappensBesideTheDaemonIsSeen(Guest guest, MultipathTools tools) {
    ScsiDebug.load(guest, 2, 2);
    Configuration.write(guest, INTERVALS_AS_BUILT_IN);
    DeviceMapper deviceMapper = DeviceMapper.load(guest);
    Daemon daemon = startWithMaps(guest, tools);

    theLargestRequestIsTheKernels(guest);
    aPathThatIsTakenOfflineIsSeen(guest);
    anotherToolChangesAndRemovesAMap(guest, deviceMapper);
    daemon.stop();
  }

  private static void theLargestRequestIsTheKernels(Guest guest) {
    guest.run("echo 256 > /sys/block/sda/queue/max_sectors_kb; udevadm trigger -w /dev/sda");
    guest.await(
        "the path's largest request",
        Guest.STEP_LIMIT,
        () -> guest.run(QUICK + " show paths raw format %d:%k").stdout(),
        paths -> paths.contains("sda:256\n"));
    guest.run(QUICK + " reload map mpatha");
    String kernels = guest.run("cat /sys/block/dm-0/queue/max_sectors_kb").stdout().strip();
    assertThat(guest.run(QUICK + " show map dm-0 raw format %k").stdout().strip())
        .isEqualTo(kernels);
  }

  private static void aPathThatIsTakenOfflineIsSeen(Guest guest) {
    String state = "/sys/block/sda/device/state";
    String show = QUICK + " show paths raw format %d:%t:%T";
    guest.run("echo offline > " + state);
    Duration lost =
        guest.await(
            "the path is failed and faulty",
            Guest.STEP_LIMIT,
            () -> guest.run(show).stdout(),
            paths -> paths.contains("sda:failed:faulty\n"));
    guest.run("echo running > " + state);
    Duration back =
        guest.await(
            "the path is active and ready",
            Guest.STEP_LIMIT,
            () -> guest.run(show).stdout(),
            paths -> paths.contains("sda:active:ready\n"));
    System.out.printf(
        "at the intervals that are built in: offline seen after %.1f s, back after %.1f s%n",
        lost.toMillis() / 1e3, back.toMillis() / 1e3);
  }

  private static void anotherToolChangesAndRemovesAMap(Guest guest, DeviceMapper deviceMapper) {
    String names = QUICK + " show maps raw format %n";
    guest.run("dmsetup message mpatha 0 fail_if_no_path; dmsetup remove --force --retry mpatha");
    guest.await(
        "the map is shown no more",
        Guest.STEP_LIMIT,
        () -> guest.run(names).stdout(),
        "mpathb\n"::equals);
    assertThat(guest.run(QUICK + " -k'show paths raw format \"%d %m\"'").stdout())
        .isEqualTo("sda [orphan]\nsdb mpathb\nsdc [orphan]\nsdd mpathb\n");
    assertThat(deviceMapper.names()).containsExactly("mpathb");
    guest.run(QUICK + " reconfigure");
    guest.await(
        "the map is there again",
        Guest.STEP_LIMIT,
        () -> guest.run(names + " | sort").stdout(),
        "mpatha\nmpathb\n"::equals);
    assertThat(guest.run(QUICK + " show maps raw format %N").stdout()).isEqualTo("2\n2\n");
  }

  private static void ourClientShowsTheSame(Guest guest, MultipathTools tools) {
    for (String command : SHOWN) {
      String expected = guest.run(QUICK + " " + command).stdout();
      assertThat(guest.run(tools.multipathd() + " " + command).stdout())
          .as(command)
          .isEqualTo(expected);
    }
  }

  private static void theDialogueFromAPipe(Guest guest, MultipathTools tools) {
    assertThat(guest.run("echo 'reset maps stats' | %s -k".formatted(tools.multipathd())).stdout())
        .isEqualTo("multipathd> ok\nmultipathd> ");
  }

  private static void waysToAsk(Guest guest, MultipathTools tools) {
    String client = tools.multipathd().toString();
    String words = guest.run(client + " show maps").stdout();
    assertThat(words).startsWith("name   sysfs uuid");
    assertThat(guest.run(client + " -k'show maps'").stdout()).isEqualTo(words);
    assertThat(guest.run(client + " '-kshow maps'").stdout()).isEqualTo(words);
    assertThat(
            guest
                .run("MULTIPATH_SOCKET_NAME=/run/multipathd.socket %s show maps".formatted(client))
                .stdout())
        .isEqualTo(words);
    assertThat(guest.run(QUICK + " sho ma").stdout()).startsWith("sho ma: not found\n");
    assertThat(guest.run(QUICK + " sho maps").stdout()).isEqualTo(words);
    assertThat(guest.run(QUICK + " show status").stdout()).endsWith("busy: False\n");
    assertThat(guest.run(QUICK + " show daemon").stdout()).matches("pid \\d+ (idle|running)\n");
  }

  private static void failuresAreSaidWithTheirReason(Guest guest, MultipathTools tools) {
    StepResult refused = guest.attempt(tools.multipathd() + " fail path nosuch");
    assertThat(refused.exitStatus()).isEqualTo(1);
    assertThat(refused.stdout()).isEqualTo("path not found: nosuch\n");
    assertThat(refused.stderr()).isEmpty();
  }

  private static void rawOutputIsRaw(Guest guest) {
    assertThat(guest.run(QUICK + " -k'show paths raw format \"[%d] %z\"'").stdout())
        .isEqualTo("[sda] 2000\n[sdb] 2001\n[sdc] 2000\n[sdd] 2001\n");
    assertThat(guest.run(QUICK + " -k'show maps raw format \"%n %A\"'").stdout().lines())
        .noneMatch(String::isBlank);
  }

  private static void anOrphanHarmsNoCommand(Guest guest) {
    guest.run(QUICK + " del map mpathb");
    assertThat(guest.run(QUICK + " -k'show paths raw format \"%d %m %C\"'").stdout())
        .contains("sdb [orphan] orphan\n");
    assertThat(guest.run(QUICK + " show paths").stdout()).contains("1:0:0:1 sdd 8:48");
    guest.run(QUICK + " add map mpathb; udevadm settle -t 30");
  }

  private static void namesOfMapsAndPaths(Guest guest) {
    String expected = guest.run(QUICK + " show map mpatha topology").stdout();
    for (String name : List.of("333333330000007d0", "dm-0", "/dev/dm-0", "/dev/mapper/mpatha")) {
      assertThat(guest.run("%s show map %s topology".formatted(QUICK, name)).stdout())
          .as(name)
          .isEqualTo(expected);
    }
    assertThat(expected)
        .containsPattern("(?m)^mpatha \\(333333330000007d0\\) dm-0 Linux,scsi_debug$")
        .containsPattern("(?m)^size=\\S+ features='.*' hwhandler='.*' wp=rw$")
        .containsPattern("(?m)^\\|-\\+- policy='service-time 0' prio=50 status=(?:active|enabled)$")
        .containsPattern("(?m)^  `- 1:0:0:0 sdc 8:32 active ready running$");
    assertThat(guest.run(QUICK + " fail path 8:0; sleep 3").stdout()).isEqualTo("ok\n");
  }

  private static void othersThanRootMayOnlyLook(Guest guest) {
    String nobody = "su nobody -s /bin/sh -c '%s %s'";
    assertThat(guest.run(nobody.formatted(QUICK, "show maps")).stdout()).contains("mpatha");
    StepResult refused = guest.attempt(nobody.formatted(QUICK, "reconfigure"));
    assertThat(refused.stdout()).contains("permission deny: need to be root");
  }

  private static void addAndDeleteAreIdempotent(Guest guest) {
    for (String command : List.of("add map mpatha", "add path sda", "add path sda")) {
      assertThat(guest.run(QUICK + " " + command).stdout()).as(command).isEqualTo("ok\n");
    }
    assertThat(guest.run(QUICK + " del path sda").stdout()).isEqualTo("ok\n");
    // of one map the reference pads although it is asked for raw text
    assertThat(guest.run(QUICK + " show map mpatha raw format %N").stdout().strip()).isEqualTo("1");
    assertThat(guest.run(QUICK + " add path sda").stdout()).isEqualTo("ok\n");
    guest.await(
        "the path is back in its map",
        Guest.STEP_LIMIT,
        () -> guest.run(QUICK + " show map mpatha raw format %N").stdout().strip(),
        "2"::equals);
  }

  private static void mapsGrowWithTheirPaths(Guest guest, DeviceMapper deviceMapper) {
    guest.run(
        "echo 1 > /sys/bus/pseudo/drivers/scsi_debug/virtual_gb;"
            + " for path in sda sdb sdc sdd; do echo 1 > /sys/block/$path/device/rescan; done");
    assertThat(guest.run(QUICK + " resize map mpatha").stdout()).isEqualTo("ok\n");
    assertThat(deviceMapper.tables()).containsPattern("mpatha: 0 2097152 multipath");
    assertThat(guest.run(QUICK + " show map mpatha raw format %S").stdout()).isEqualTo("1.0G\n");
    guest.run("echo 0 > /sys/bus/pseudo/drivers/scsi_debug/virtual_gb");
  }

  private static DeviceMapper twoUnits(Guest guest) {
    ScsiDebug.load(guest, 2, 2);
    Configuration.write(guest, Settings.defaultsWith());
    return DeviceMapper.load(guest);
  }

  private static Daemon startWithMaps(Guest guest, MultipathTools tools) {
    Daemon daemon = Daemon.start(guest, tools);
    guest.await(
        "both maps are there, with all their paths",
        Guest.STEP_LIMIT,
        () -> guest.run(QUICK + " show maps raw format %N").stdout(),
        "2\n2\n"::equals);
    guest.run("udevadm settle -t 30");
    return daemon;
  }
}
