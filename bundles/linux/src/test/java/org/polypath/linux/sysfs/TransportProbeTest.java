package org.polypath.linux.sysfs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PortNames;
import org.polypath.api.path.Transport;

class TransportProbeTest {
  private static final String PCI = "devices/pci0000:00/0000:00:02.0/0000:05:00.1/";

  private SysfsTree tree;

  @BeforeEach
  void tree(@TempDir Path directory) {
    tree = new SysfsTree(directory);
  }

  private PathFacts factsOf(String device) {
    tree.disk("sda", "8:0", device);
    return new DiskFacts(tree.sysfs()).read("sda", Map.of()).orElseThrow();
  }

  @Test
  void fibreChannelHasNamesAtBothEnds() {
    tree.ofClass("fc_host", "host3", "node_name", "0x20000090fa1b2c3d");
    tree.ofClass("fc_host", "host3", "port_name", "0x10000090fa1b2c3d");
    tree.ofClass("fc_transport", "target3:0:1", "node_name", "0x500a09808f1b2c3d");
    tree.ofClass("fc_transport", "target3:0:1", "port_name", "0x500a09818f1b2c3d");

    PathFacts facts = factsOf(PCI + "host3/rport-3:0-4/target3:0:1/3:0:1:0");

    assertThat(facts.transport()).isEqualTo(Transport.FIBRE_CHANNEL);
    assertThat(facts.adapter()).contains("0000:05:00.1");
    assertThat(facts.ports())
        .isEqualTo(
            new PortNames(
                Optional.of("0x20000090fa1b2c3d"),
                Optional.of("0x10000090fa1b2c3d"),
                Optional.of("0x500a09808f1b2c3d"),
                Optional.of("0x500a09818f1b2c3d")));
  }

  @Test
  void iscsiIsKnownByTargetNameAndTheHostsAddress() {
    tree.ofClass("iscsi_session", "session1", "targetname", "iqn.2026-01.org.example:disk1");
    tree.ofClass("iscsi_host", "host4", "ipaddress", "192.168.2.10");

    PathFacts facts = factsOf("devices/platform/host4/session1/target4:0:0/4:0:0:0");

    assertThat(facts.transport()).isEqualTo(Transport.ISCSI);
    assertThat(facts.ports().targetNode()).contains("iqn.2026-01.org.example:disk1");
    assertThat(facts.adapter()).contains("192.168.2.10");
  }

  @Test
  void iscsiOffloadWithoutAnAddressFallsBackOnThePciAddress() {
    tree.ofClass("iscsi_host", "host4", "ipaddress", "(null)");

    PathFacts facts = factsOf(PCI + "host4/session12/target4:0:0/4:0:0:0");

    assertThat(facts.transport()).isEqualTo(Transport.ISCSI);
    assertThat(facts.adapter()).contains("0000:05:00.1");
    assertThat(facts.ports()).isEqualTo(PortNames.NONE);
  }

  @Test
  void sasIsKnownByTheEndDevicesAddress() {
    tree.ofClass("sas_device", "end_device-1:0:3", "sas_address", "0x5000c5001a2b3c4d");

    PathFacts facts =
        factsOf(
            PCI + "host1/port-1:0/expander-1:0/port-1:0:3/end_device-1:0:3/target1:0:3/1:0:3:0");

    assertThat(facts.transport()).isEqualTo(Transport.SAS);
    assertThat(facts.ports().targetNode()).contains("0x5000c5001a2b3c4d");
  }

  @ParameterizedTest
  @CsvSource({
    "srp_host, SRP",
    "spi_host, PARALLEL",
    "scsi_host, SCSI_UNSPECIFIED",
  })
  void someTransportsAreToldByTheClassOfTheHost(String className, Transport transport) {
    tree.ofClass(className, "host1", "state", "running");

    assertThat(factsOf(PCI + "host1/target1:0:0/1:0:0:0").transport()).isEqualTo(transport);
  }

  @ParameterizedTest
  @CsvSource({
    "ata1/host1, ATA",
    "usb2/2-1/2-1:1.0/host1, USB",
    "fw1/fw1.0/host1, FIREWIRE",
    "host1, SCSI_UNSPECIFIED",
  })
  void someTransportsAreToldByTheDevicesAbove(String above, Transport transport) {
    PathFacts facts = factsOf(PCI + above + "/target1:0:0/1:0:0:0");

    assertThat(facts.transport()).isEqualTo(transport);
    assertThat(facts.adapter()).contains("0000:05:00.1");
  }

  @Test
  void anAdapterThatIsOnNoPciBusHasNoAddress() {
    PathFacts facts = factsOf("devices/pseudo_0/adapter0/host0/target0:0:0/0:0:0:1");

    assertThat(facts.transport()).isEqualTo(Transport.SCSI_UNSPECIFIED);
    assertThat(facts.adapter()).isEmpty();
    assertThat(facts.ports()).isEqualTo(PortNames.NONE);
  }

  @Test
  void otherHostsClassesDoNotCount() {
    tree.ofClass("fc_host", "host1", "port_name", "0x10000090fa1b2c3d");

    assertThat(factsOf(PCI + "host11/target11:0:0/11:0:0:0").transport())
        .isEqualTo(Transport.SCSI_UNSPECIFIED);
  }
}
