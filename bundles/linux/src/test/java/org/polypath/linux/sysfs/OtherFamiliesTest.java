package org.polypath.linux.sysfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.path.DeviceState;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Transport;
import org.polypath.api.path.Wwid;

/** Disks that are no SCSI disks. */
class OtherFamiliesTest {
  private static final String CONTROLLER =
      "devices/pci0000:00/0000:00:1d.0/0000:03:00.0/nvme/nvme0";

  private SysfsTree tree;

  @BeforeEach
  void tree(@TempDir Path directory) {
    tree = new SysfsTree(directory);
  }

  @Test
  void aNamespaceIsKnownByItsControllerAndItsIdentifier() {
    PathFacts facts = read("nvme0n1", namespace());

    assertThat(facts.vendor()).isEqualTo("NVME");
    assertThat(facts.product()).isEqualTo("Dell Ent NVMe");
    assertThat(facts.revision()).isEqualTo("1.0.3");
    assertThat(facts.serial()).isEqualTo("S5NENE0R");
    assertThat(facts.pageIdentifier()).contains(new Wwid("eui.34354e30520000"));
    assertThat(facts.transport()).isEqualTo(Transport.NVME_PCIE);
    assertThat(facts.adapter()).contains("0000:03:00.0");
    assertThat(facts.ports().targetNode()).contains("nqn.2014-08.org.example:array1");
    assertThat(facts.accessState()).contains("non-optimized");
    assertThat(facts.deviceState()).isEqualTo(DeviceState.RUNNING);
    assertThat(facts.address()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "rdma, NVME_RDMA",
    "fc, NVME_FC",
    "tcp, NVME_TCP",
    "loop, NVME_LOOP",
    "apple-nvme, NVME_UNSPECIFIED",
  })
  void itsTransportIsTheControllers(String word, Transport transport) {
    assertThat(read("nvme0n1", namespace().ofDevice("transport", word)).transport())
        .isEqualTo(transport);
  }

  @Test
  void overAFabricTheAdapterIsTheHostsEnd() {
    SysfsTree.Disk disk =
        namespace()
            .ofDevice("transport", "tcp")
            .ofDevice("address", "traddr=192.168.1.15,trsvcid=4420,src_addr=192.168.1.2");
    assertThat(read("nvme0n1", disk).adapter()).contains("192.168.1.2");
  }

  @ParameterizedTest
  @CsvSource({
    "live, RUNNING",
    "connecting, OTHER",
    "deleting, BLOCKED",
    "dead, OTHER",
  })
  void itsStateIsTheControllers(String word, DeviceState state) {
    assertThat(read("nvme0n1", namespace().ofDevice("state", word)).deviceState()).isEqualTo(state);
  }

  @Test
  void anIdentifierFilledUpWithZerosIsShortened() {
    String serial = "41420020" + "00".repeat(16);
    String model = "4d30004f" + "00".repeat(36);
    SysfsTree.Disk disk = namespace().of("wwid", "nvme.1af4-" + serial + "-" + model + "-00000001");

    assertThat(read("nvme0n1", disk).pageIdentifier())
        .contains(new Wwid("nvme.1af4-414220-4d304f-00000001"));
  }

  @ParameterizedTest
  @CsvSource({
    "3390/0c, S/390 DASD ECKD",
    "9336/10, S/390 DASD FBA",
    "3370/00, S/390 DASD FBA",
  })
  void aMainframesDiskIsNamedByItsType(String type, String product) {
    SysfsTree.Disk disk =
        tree.disk("dasda", "94:0", "devices/css0/0.0.0001/0.0.0200")
            .ofDevice("devtype", type)
            .ofDevice("uid", "IBM.750000000DHJX1.2000.14.0000");

    PathFacts facts = read("dasda", disk);

    assertThat(facts.vendor()).isEqualTo("IBM");
    assertThat(facts.product()).isEqualTo(product);
    assertThat(facts.transport()).isEqualTo(Transport.CCW);
    assertThat(facts.pageIdentifier()).contains(new Wwid("IBM.750000000DHJX1.2000.14"));
  }

  private SysfsTree.Disk namespace() {
    return tree.disk("nvme0n1", "259:0", CONTROLLER)
        .of("wwid", "eui.34354e30520000")
        .of("ana_state", "non-optimized")
        .ofDevice("model", "Dell Ent NVMe           ")
        .ofDevice("firmware_rev", "1.0.3   ")
        .ofDevice("serial", "S5NENE0R            ")
        .ofDevice("transport", "pcie")
        .ofDevice("address", "0000:03:00.0")
        .ofDevice("subsysnqn", "nqn.2014-08.org.example:array1")
        .ofDevice("state", "live");
  }

  private PathFacts read(String name, SysfsTree.Disk disk) {
    assertThat(disk).isNotNull();
    return new DiskFacts(tree.sysfs()).read(name, Map.of()).orElseThrow();
  }
}
