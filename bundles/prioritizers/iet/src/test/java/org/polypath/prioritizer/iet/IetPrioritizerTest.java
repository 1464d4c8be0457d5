package org.polypath.prioritizer.iet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.prioritizer.Priority;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;

class IetPrioritizerTest {
  @ParameterizedTest
  @CsvSource({"192.168.1.15, 20", "192.168.1.1, 10", "192.168.1.155, 10", "192.168.2.15, 10"})
  void thePreferredPortalIsTwentyAndAnyOtherTen(String portal, int priority) {
    assertThat(prioritize(path(portal), "preferredip=192.168.1.15").value()).hasValue(priority);
  }

  @ParameterizedTest
  @CsvSource({
    "192.168.1.15, 50",
    "192.168.1.255, 50",
    "192.168.2.15, 10",
    "10.0.0.7, 3",
    "10.0.0.8, 30",
    "10.200.0.7, 30",
    "[fd00::15], 40",
    "[fc00::15], 10"
  })
  void theFirstNetworkOfThePortalDecides(String portal, int priority) {
    String arguments = "preferredip=192.168.1.0/24:50,10.0.0.7:3,10.0.0.0/8:30,fd00::/8:40";

    assertThat(prioritize(path(portal), arguments).value()).hasValue(priority);
  }

  @Test
  void aPrefixMayEndInsideAByte() {
    String arguments = "preferredip=192.168.1.16/28:7";

    assertThat(prioritize(path("192.168.1.16"), arguments).value()).hasValue(7);
    assertThat(prioritize(path("192.168.1.31"), arguments).value()).hasValue(7);
    assertThat(prioritize(path("192.168.1.15"), arguments).value()).hasValue(10);
    assertThat(prioritize(path("192.168.1.32"), arguments).value()).hasValue(10);
  }

  @Test
  void everyAddressIsInANetworkWithoutBits() {
    assertThat(prioritize(path("1.2.3.4"), "preferredip=0.0.0.0/0:8").value()).hasValue(8);
    assertThat(prioritize(path("[::1]"), "preferredip=0.0.0.0/0:8").value()).hasValue(10);
  }

  @Test
  void anAddressOfVersionSixMayStandAlone() {
    assertThat(prioritize(path("[fd00::15]"), "preferredip=fd00:0:0::15").value()).hasValue(20);
  }

  @Test
  void aDiskThatIsNotReachedByIscsiIsTen() {
    FakePathDevice local = path(Map.of("ID_PATH", "pci-0000:00:1f.2-ata-1"));

    assertThat(prioritize(local, "preferredip=192.168.1.15"))
        .isEqualTo(Priority.of(10, "no iSCSI portal"));
    assertThat(prioritize(path(Map.of()), "preferredip=192.168.1.15").value()).hasValue(10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "192.168.1.15",
        "preferredip=",
        "preferredip=192.168.1",
        "preferredip=192.168.1.256",
        "preferredip=storage.example.org",
        "preferredip=beef",
        "preferredip=192.168.1.0/24",
        "preferredip=192.168.1.0/33:5",
        "preferredip=192.168.1.0/-1:5",
        "preferredip=192.168.1.0/24:-5",
        "preferredip=192.168.1.0/24:high",
        "preferredip=192.168.1.0/24:5,",
        "preferredip=192.168.1.0/x:5"
      })
  void wrongArgumentsAreZero(String arguments) {
    Priority priority = prioritize(path("192.168.1.15"), arguments);

    assertThat(priority.value()).hasValue(0);
    assertThat(priority.message()).startsWith("prio_args: ");
  }

  @Test
  void theMessageNamesThePortal() {
    assertThat(prioritize(path("192.168.1.15"), "preferredip=192.168.1.15").message())
        .isEqualTo("preferred portal 192.168.1.15");
    assertThat(prioritize(path("192.168.2.15"), "preferredip=192.168.1.15").message())
        .isEqualTo("portal 192.168.2.15");
  }

  private static FakePathDevice path(String portal) {
    return path(Map.of("ID_PATH", "ip-" + portal + ":3260-iscsi-iqn.2003-01.org.example:a-lun-1"));
  }

  private static FakePathDevice path(Map<String, String> properties) {
    return new FakePathDevice(
        PathFacts.named("sda", new DeviceNumber(8, 0)).properties(properties).build());
  }

  private static Priority prioritize(FakePathDevice device, String arguments) {
    return new IetPrioritizer()
        .prioritize(FakeRequest.on(device, arguments))
        .toCompletableFuture()
        .join();
  }
}
