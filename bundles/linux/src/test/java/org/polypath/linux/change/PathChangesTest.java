package org.polypath.linux.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.device.Bytes;
import org.polypath.api.discovery.PathChange;
import org.polypath.api.discovery.PathChange.Delete;
import org.polypath.api.discovery.PathChange.Rescan;
import org.polypath.api.discovery.PathChange.Retrigger;
import org.polypath.api.discovery.PathChange.Timeouts;
import org.polypath.api.discovery.PathChange.TransferLimit;
import org.polypath.api.path.PathFacts;
import org.polypath.api.settings.Limit;
import org.polypath.api.settings.Setting;
import org.polypath.api.settings.TransportSettings;
import org.polypath.linux.sysfs.DiskFacts;
import org.polypath.linux.sysfs.SysfsTree;

class PathChangesTest {
  private static final String PCI = "devices/pci0000:00/0000:00:02.0/";
  private static final String PORT = "class/fc_remote_ports/rport-3:0-4/";

  private Path root;
  private SysfsTree tree;

  @BeforeEach
  void tree(@TempDir Path directory) {
    root = directory;
    tree = new SysfsTree(directory);
  }

  @Test
  void udevIsTriggeredByTheWordOfTheEvent() {
    PathFacts path = plainDisk();
    assertThat(make(path, new Retrigger(Retrigger.Event.ADD))).isEmpty();
    assertThat(text("block/sda/uevent")).isEqualTo("add");
    assertThat(make(path, new Retrigger(Retrigger.Event.CHANGE))).isEmpty();
    assertThat(text("block/sda/uevent")).isEqualTo("change");
  }

  @Test
  void requestsAreLimitedAndDevicesRescannedAndDeleted() {
    PathFacts path = plainDisk();
    assertThat(make(path, new TransferLimit(512))).isEmpty();
    assertThat(text("block/sda/queue/max_sectors_kb")).isEqualTo("512");
    assertThat(make(path, new Rescan())).isEmpty();
    assertThat(text("block/sda/device/rescan")).isEqualTo("1");
    assertThat(make(path, new Delete())).isEmpty();
    assertThat(text("block/sda/device/delete")).isEqualTo("1");
  }

  @Test
  void aDiskThatHasTakenTheNameMeanwhileIsLeftAlone() {
    PathFacts path = plainDisk();
    tree.remove("sda");
    tree.disk("sda", "8:16", PCI + "host9/target9:0:0/9:0:0:0").ofDevice("delete", "");

    assertThat(make(path, new Delete())).containsExactly("sda is no longer there");
    assertThat(text("block/sda/device/delete")).isEmpty();
  }

  @Test
  void soIsOneThatHasTakenItsNumberToo() {
    PathFacts path = plainDisk();
    tree.remove("sda");
    tree.disk("sda", "8:0", PCI + "host9/target9:0:0/9:0:0:0").ofDevice("delete", "");

    assertThat(make(path, new Delete())).containsExactly("sda is no longer there");
    assertThat(text("block/sda/device/delete")).isEmpty();
  }

  @Test
  void anotherDiskAtTheSamePlaceIsNotDeleted() {
    SysfsTree.Disk disk =
        tree.disk("sda", "8:0", PCI + "host1/target1:0:0/1:0:0:0")
            .ofDevice("delete", "")
            .linuxTargetPages();
    PathFacts path = facts();
    String page = SysfsTree.LINUX_TARGET_IDENTIFICATION.hex();
    disk.page("vpd_pg83", Bytes.ofHex(page.replaceFirst("60014054a1b2c3d0", "60014054ffffffff")));

    assertThat(make(path, new Delete()))
        .containsExactly("sda is not deleted: it leads to another disk by now");
    assertThat(text("block/sda/device/delete")).isEmpty();
    disk.linuxTargetPages();
    assertThat(make(path, new Delete())).isEmpty();
    assertThat(text("block/sda/device/delete")).isEqualTo("1");
  }

  @Test
  void whatTheKernelDoesNotHaveIsSaid() {
    tree.disk("sda", "8:0", PCI + "host1/target1:0:0/1:0:0:0");
    assertThat(make(facts(), new Rescan()))
        .singleElement()
        .asString()
        .startsWith("this kernel has no ")
        .endsWith("/block/sda/device/rescan");
  }

  @Test
  void aRemotePortGetsBothInAnOrderTheKernelTakes() {
    PathFacts path = fibreChannelDisk();
    assertThat(make(path, timeouts(Limit.of(5), Limit.UNLIMITED))).isEmpty();
    assertThat(text(PORT + "fast_io_fail_tmo")).isEqualTo("5");
    assertThat(text(PORT + "dev_loss_tmo")).isEqualTo("2147483647");
  }

  @Test
  void aRemotePortStaysAsLongAsIoWaitsForIt() {
    PathFacts path = fibreChannelDisk();
    List<String> remarks =
        make(path, new Timeouts(settings(Limit.of(5), Limit.of(60)), Limit.of(127)));
    assertThat(text(PORT + "dev_loss_tmo")).isEqualTo("127");
    assertThat(remarks).singleElement().asString().contains("dev_loss_tmo is raised to 127");
  }

  @Test
  void aSessionHasOnlyTheTimeUntilItsIoFails() {
    tree.disk("sda", "8:0", "devices/platform/host4/session1/target4:0:0/4:0:0:0");
    tree.ofClass("iscsi_session", "session1", "recovery_tmo", "120");
    assertThat(make(facts(), timeouts(Limit.of(5), Limit.UNSET))).isEmpty();
    assertThat(text("class/iscsi_session/session1/recovery_tmo")).isEqualTo("5");
    assertThat(make(facts(), timeouts(Limit.OFF, Limit.of(60))))
        .containsExactly("dev_loss_tmo has no meaning for protocol scsi:iscsi");
    assertThat(text("class/iscsi_session/session1/recovery_tmo")).isEqualTo("off");
  }

  @Test
  void anEndDeviceGetsTheLossOfItsPort() {
    tree.disk("sda", "8:0", PCI + "host1/port-1:0/end_device-1:0/target1:0:0/1:0:0:0");
    tree.ofClass("sas_device", "end_device-1:0", "sas_address", "0x5000c5001a2b3c4d");
    tree.ofClass("sas_end_device", "end_device-1:0", "I_T_nexus_loss_timeout", "0");
    assertThat(make(facts(), timeouts(Limit.of(5), Limit.of(60)))).isEmpty();
    assertThat(text("class/sas_end_device/end_device-1:0/I_T_nexus_loss_timeout")).isEqualTo("60");
  }

  @Test
  void aTransportWithoutTimeoutsSaysSoOnlyWhereOneWasAskedFor() {
    PathFacts path = plainDisk();
    assertThat(make(path, timeouts(Limit.of(5), Limit.UNSET))).isEmpty();
    assertThat(make(path, timeouts(Limit.of(5), Limit.of(60))))
        .containsExactly("setting scsi timeouts is unsupported for protocol scsi:unspec");
  }

  @Test
  void hostAndDiskGetTheirsOnEveryTransport() {
    PathFacts path = plainDisk();
    tree.ofClass("scsi_host", "host1", "eh_deadline", "off");
    tree.ofClass("scsi_disk", "1:0:0:0", "max_retries", "5");
    Limit unset = Limit.UNSET;

    assertThat(make(path, timeouts(unset, unset, Limit.of(30), Limit.of(2)))).isEmpty();
    assertThat(text("class/scsi_host/host1/eh_deadline")).isEqualTo("30");
    assertThat(text("class/scsi_disk/1:0:0:0/max_retries")).isEqualTo("2");

    assertThat(make(path, timeouts(unset, unset, Limit.OFF, Limit.UNLIMITED))).isEmpty();
    assertThat(text("class/scsi_host/host1/eh_deadline")).isEqualTo("off");
    assertThat(text("class/scsi_disk/1:0:0:0/max_retries")).isEqualTo("-1");
  }

  private PathFacts plainDisk() {
    tree.disk("sda", "8:0", PCI + "host1/target1:0:0/1:0:0:0")
        .of("uevent", "")
        .of("queue/max_sectors_kb", "1280")
        .ofDevice("rescan", "")
        .ofDevice("delete", "");
    return facts();
  }

  private PathFacts fibreChannelDisk() {
    tree.disk("sda", "8:0", PCI + "host3/rport-3:0-4/target3:0:1/3:0:1:0");
    tree.ofClass("fc_host", "host3", "port_name", "0x10000090fa1b2c3d");
    tree.ofClass("fc_remote_ports", "rport-3:0-4", "dev_loss_tmo", "60");
    tree.ofClass("fc_remote_ports", "rport-3:0-4", "fast_io_fail_tmo", "off");
    return facts();
  }

  private PathFacts facts() {
    return new DiskFacts(tree.sysfs()).read("sda", Map.of()).orElseThrow();
  }

  private List<String> make(PathFacts path, PathChange change) {
    return new PathChanges(tree.sysfs()).make(path, change);
  }

  private String text(String file) {
    return tree.sysfs().text(root.resolve(file)).orElseThrow();
  }

  private static Timeouts timeouts(Limit fast, Limit loss) {
    return new Timeouts(settings(fast, loss), Limit.UNSET);
  }

  private static Timeouts timeouts(Limit fast, Limit loss, Limit deadline, Limit retries) {
    return new Timeouts(
        new TransportSettings(
            Setting.builtIn(fast),
            Setting.builtIn(loss),
            Setting.builtIn(deadline),
            Setting.builtIn(retries)),
        Limit.UNSET);
  }

  private static TransportSettings settings(Limit fast, Limit loss) {
    return timeouts(fast, loss, Limit.UNSET, Limit.UNSET).settings();
  }
}
