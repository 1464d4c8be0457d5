package org.polypath.prioritizer.weightedpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PortNames;
import org.polypath.api.path.ScsiAddress;
import org.polypath.api.prioritizer.Priority;
import org.polypath.scsi.testing.FakePathDevice;
import org.polypath.scsi.testing.FakeRequest;

class WeightedPathPrioritizerTest {
  private static final FakePathDevice DEVICE =
      new FakePathDevice(
          PathFacts.named("sdae", new DeviceNumber(65, 224))
              .address(new ScsiAddress(1, 0, 2, 3))
              .serial("0395J1FR904324")
              .ports(
                  new PortNames(
                      Optional.of("0x200100e08ba0aea0"),
                      Optional.of("0x210100e08ba0aea0"),
                      Optional.of("iqn.2009-10.org.example:a"),
                      Optional.empty()))
              .build());

  @ParameterizedTest
  @CsvSource({
    "hbtl 1:0:.:. 7, 7",
    "hbtl [0-9]*:0:2:. 7, 7",
    "devname ^[[:alpha:]]+$ 8, 8",
    "serial ^[[:digit:]]+[[:upper:]] 8, 8",
    "wwn ^0x[[:xdigit:]]{16}:0x 8, 8",
    "devname sdae 1 sdb, 1",
    "hbtl ^0:2 7, 0",
    "devname sd.e$ 10, 10",
    "devname sda 10, 10",
    "devname ^sda$ 10, 0",
    "devname SDAE 10, 0",
    "devname (sdb|sdae) 3, 3",
    "serial .*J1FR.*324 20, 20",
    "wwn 0x200100e08ba0aea0:0x210100e08ba0aea0:.*:.* 4, 4",
    "wwn .*:.*:iqn.2009-10.org.example:a:$ 5, 5",
    "devname sdb 1 sda 2 sdae 3, 2",
    "devname sdb 1 sdc 2, 0",
    "'  devname   sda   6 ', 6"
  })
  void theFirstExpressionThatMatchesDecides(String arguments, int priority) {
    assertThat(prioritize(DEVICE, arguments).value()).hasValue(priority);
  }

  @Test
  void theMessageSaysWhatMatched() {
    assertThat(prioritize(DEVICE, "devname sd.e 8")).isEqualTo(Priority.of(8, "sdae matches sd.e"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', '\"\" is none of the first words'",
    "name sda 1, '\"name\" is none of the first words'",
    "devname, each regular expression needs a priority",
    "devname sda, each regular expression needs a priority",
    "devname sdx 1 sdb, each regular expression needs a priority",
    "devname sda high, '\"high\" is no priority'",
    "devname sda -1, '\"-1\" is no priority'",
    "devname sda 99999999999, '\"99999999999\" is no priority'",
    "devname sda 4294967295, '\"4294967295\" is no priority'",
    "devname (sda 1, '\"(sda\" is no regular expression: '",
    "devname *da 1, '\"*da\" is no regular expression: '",
    "devname [[:letter:]] 1, '\"[[:letter:]]\" is no regular expression: '"
  })
  void wrongArgumentsAreZeroAndToldWhy(String arguments, String why) {
    Priority priority = prioritize(DEVICE, arguments);

    assertThat(priority.value()).hasValue(0);
    assertThat(priority.message()).startsWith("prio_args: " + why).contains("wanted: hbtl|");
  }

  @Test
  void aPathWithoutAnAddressMatchesNoAddress() {
    assertThat(prioritize(new FakePathDevice(), "hbtl 1: 5").value()).hasValue(0);
    assertThat(prioritize(new FakePathDevice(), "wwn ^:::$ 5").value()).hasValue(5);
  }

  private static Priority prioritize(FakePathDevice device, String arguments) {
    return new WeightedPathPrioritizer()
        .prioritize(FakeRequest.on(device, arguments))
        .toCompletableFuture()
        .join();
  }
}
