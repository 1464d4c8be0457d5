package org.polypath.linux.sysfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.device.Bytes;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.ScsiAddress;
import org.polypath.api.path.TargetPortGroupSupport;
import org.polypath.api.path.Wwid;

class DiskFactsTest {
  private static final String DEVICE = "devices/tcm_loop_0/host2/target2:0:1/2:0:1:7";

  private SysfsTree tree;

  @BeforeEach
  void tree(@TempDir Path directory) {
    tree = new SysfsTree(directory);
  }

  private PathFacts facts(String name) {
    return new DiskFacts(tree.sysfs()).read(name, Map.of()).orElseThrow();
  }

  @Test
  void factsOfAWholeDiskAreWhatSysfsSays() {
    tree.disk("sde", "8:64", DEVICE).of("queue/max_sectors_kb", "1280").linuxTargetPages();
    Map<String, String> properties = Map.of("ID_SERIAL", "360014054a1b2c3d00010000000000000");

    PathFacts facts = new DiskFacts(tree.sysfs()).read("sde", properties).orElseThrow();

    assertThat(facts.number()).isEqualTo(new DeviceNumber(8, 64));
    assertThat(facts.address()).contains(new ScsiAddress(2, 0, 1, 7));
    assertThat(facts.vendor()).isEqualTo("LIO-ORG");
    assertThat(facts.product()).isEqualTo("FILEIO");
    assertThat(facts.revision()).isEqualTo("4.0");
    assertThat(facts.serial()).isEqualTo("4a1b2c3d-0001");
    assertThat(facts.pageIdentifier()).contains(new Wwid("360014054a1b2c3d00010000000000000"));
    assertThat(facts.sectors()).isEqualTo(131072);
    assertThat(facts.targetPortGroupSupport()).isEqualTo(TargetPortGroupSupport.BOTH);
    assertThat(facts.targetPortGroup()).isEqualTo(OptionalInt.of(1));
    assertThat(facts.deviceState()).isEqualTo(DeviceState.RUNNING);
    assertThat(facts.commandTimeout()).isEqualTo(30);
    assertThat(facts.readOnly()).isFalse();
    assertThat(facts.properties()).isEqualTo(properties);
    assertThat(facts.largestRequest()).isEqualTo(OptionalInt.of(1280));
  }

  @Test
  void aDiskWithoutPagesAndHandlerHasNone() {
    tree.disk("sda", "8:0", DEVICE);

    PathFacts facts = facts("sda");

    assertThat(facts.serial()).isEmpty();
    assertThat(facts.pageIdentifier()).isEmpty();
    assertThat(facts.targetPortGroup()).isEmpty();
    assertThat(facts.targetPortGroupSupport()).isEqualTo(TargetPortGroupSupport.NONE);
    assertThat(facts.handler()).isEmpty();
    assertThat(facts.accessState()).isEmpty();
    assertThat(facts.largestRequest()).isEmpty();
  }

  @Test
  void damagedPagesAreNoPages() {
    tree.disk("sda", "8:0", DEVICE)
        .page("vpd_pg80", Bytes.of(0))
        .page("vpd_pg83", Bytes.of(0, 0x83, 0xff, 0xff, 1, 3, 0, 16))
        .page("inquiry", Bytes.EMPTY);

    PathFacts facts = facts("sda");

    assertThat(facts.serial()).isEmpty();
    assertThat(facts.pageIdentifier()).isEmpty();
    assertThat(facts.targetPortGroup()).isEmpty();
  }

  @Test
  void anAttachedHandlerAndItsAccessStateAreTold() {
    tree.disk("sda", "8:0", DEVICE)
        .ofDevice("dh_state", "alua")
        .ofDevice("access_state", "active/optimized");

    assertThat(facts("sda").handler()).contains("alua");
    assertThat(facts("sda").accessState()).contains("active/optimized");
  }

  @Test
  void aDetachedHandlerIsNone() {
    tree.disk("sda", "8:0", DEVICE).ofDevice("dh_state", "detached");

    assertThat(facts("sda").handler()).isEmpty();
  }

  @Test
  void readOnlyAndTimeoutAndStateFollowTheKernel() {
    tree.disk("sda", "8:0", DEVICE)
        .of("ro", "1")
        .ofDevice("timeout", "60")
        .ofDevice("state", "transport-offline");

    assertThat(facts("sda").readOnly()).isTrue();
    assertThat(facts("sda").commandTimeout()).isEqualTo(60);
    assertThat(facts("sda").deviceState()).isEqualTo(DeviceState.TRANSPORT_OFFLINE);
  }

  @Test
  void attributesThatAreNoNumbersCountAsMissing() {
    tree.disk("sda", "8:0", DEVICE).of("size", "many").of("ro", "").ofDevice("timeout", "soon");

    assertThat(facts("sda").sectors()).isZero();
    assertThat(facts("sda").readOnly()).isFalse();
    assertThat(facts("sda").commandTimeout()).isEqualTo(PathFacts.DEFAULT_COMMAND_TIMEOUT);
  }

  @Test
  void aDiskThatIsNotThereHasNoFacts() {
    assertThat(new DiskFacts(tree.sysfs()).read("sdz", Map.of())).isEqualTo(Optional.empty());
  }

  @Test
  void aDiskThatHasLeftIsGone() {
    tree.disk("sda", "8:0", DEVICE);
    Sysfs sysfs = tree.sysfs();
    assertThat(sysfs.state(sysfs.disk("sda"))).isEqualTo(DeviceState.RUNNING);

    tree.remove("sda");

    assertThat(sysfs.state(sysfs.disk("sda"))).isEqualTo(DeviceState.GONE);
    assertThat(new DiskFacts(sysfs).read("sda", Map.of())).isEmpty();
  }
}
