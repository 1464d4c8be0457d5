package org.polypath.prioritizer.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathFactsBuilder;
import org.polypath.api.path.PortNames;
import org.polypath.api.path.ScsiAddress;
import org.polypath.api.path.Wwid;

class PrimaryPathTest {
  private static final PathFacts FIBRE =
      facts("0x10000000c9a1b2c3", "0x50060e8000000001")
          .properties(Map.of("ID_SERIAL", "360060e80000000000000000000000001"))
          .address(new ScsiAddress(2, 0, 1, 7))
          .build();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "0x10000000c9a1b2c3 0x50060e8000000001 360060e80000000000000000000000001 50, true",
    "10000000C9A1B2C3 50060E8000000001 360060E80000000000000000000000001 50, true",
    "0x10000000c9a1b2c3 0x50060e8000000001 2:0:1:7 50, true",
    "* * 360060e80000000000000000000000001 50, true",
    "* 0x50060e8000000001 * 50, true",
    "* * * 50, true",
    "0x10000000c9a1b2c4 0x50060e8000000001 360060e80000000000000000000000001 50, false",
    "0x10000000c9a1b2c3 0x50060e8000000002 360060e80000000000000000000000001 50, false",
    "0x10000000c9a1b2c3 0x50060e8000000001 360060e80000000000000000000000002 50, false",
    "0x10000000c9a1b2c3 0x50060e8000000001 2:0:1:8 50, false"
  })
  void allThreeNamesHaveToFit(String line, boolean fits) {
    assertThat(PrimaryPath.parse(line).fits(FIBRE)).isEqualTo(fits);
  }

  @Test
  void theWwidIsThatOfThePageWhereUdevHasNone() {
    PathFacts path = facts("a", "b").pageIdentifier(Optional.of(new Wwid("3600a"))).build();

    assertThat(PrimaryPath.parse("a b 3600a 1").fits(path)).isTrue();
    assertThat(PrimaryPath.parse("a b 3600b 1").fits(path)).isFalse();
  }

  @Test
  void theTargetsNameStandsForThePortThatItDoesNotName() {
    PathFacts path =
        PathFacts.named("sda", new DeviceNumber(8, 0))
            .ports(
                new PortNames(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("iqn.2003-01.org:a"),
                    Optional.empty()))
            .build();

    assertThat(PrimaryPath.parse("* iqn.2003-01.org:a * 1").fits(path)).isTrue();
    assertThat(PrimaryPath.parse("iqn.2003-01.org:a * * 1").fits(path)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a b c 7, 7",
    "a b c sda 3600 more 42, 42",
    "'  a  b\tc  0 ', 0",
    "a b c 999999999, 999999999"
  })
  void theLastColumnIsThePriority(String line, int priority) {
    assertThat(PrimaryPath.parse(line).priority()).isEqualTo(priority);
  }

  @ParameterizedTest
  @CsvSource({
    "a b 50, '3 columns, wanted: host_wwpn target_wwpn scsi_id [...] priority'",
    "a b c d, no priority in the last column: d",
    "a b c -1, no priority in the last column: -1",
    "a b c 1000000000, no priority in the last column: 1000000000"
  })
  void aWrongLineIsRefusedWithTheReason(String line, String reason) {
    assertThatThrownBy(() -> PrimaryPath.parse(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  private static PathFactsBuilder facts(String hostPort, String targetPort) {
    return PathFacts.named("sda", new DeviceNumber(8, 0))
        .ports(
            new PortNames(
                Optional.empty(),
                Optional.of(hostPort),
                Optional.empty(),
                Optional.of(targetPort)));
  }
}
