package org.polypath.control.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.polypath.api.topology.Topology;
import org.polypath.control.FakeConfiguration;
import org.polypath.control.FakePlatform;
import org.polypath.control.FakePlugins;
import org.polypath.control.LabTopology;

/** What {@code show} says of the configuration. */
class ConfigurationCommandsTest {
  private static final Topology LAB = LabTopology.fourHosts().build();

  private final FakePlatform platform = new FakePlatform(configured(LAB));
  private final Interpreter interpreter = new Interpreter(platform, new FakePlugins(), "1.2.3");

  @Test
  void theWholeConfigurationIsShown() {
    assertThat(reply("show config")).isEqualTo("all\n");
    assertThat(reply("multipath-command \"-t\"")).isEqualTo("exit 0\nall\n");
  }

  @Test
  void theLocalConfigurationIsThatOfThePathsAndMapsThereAre() {
    String local = reply("show config local");

    assertThat(local).startsWith("[sda, sdb,").contains("333333330000007d0=mpatha");
    assertThat(reply("multipath-command \"-T\"")).isEqualTo("exit 0\n" + local);
  }

  @Test
  void rulesAreShownByCriterionAsTheReferenceDoes() {
    assertThat(reply("show blacklist"))
        .isEqualTo(
            """
            device node rules:
            - blacklist:
                    (config file rule) ^sdz
                    (default rule)     !^(sd[a-z]|dasd[a-z]|nvme[0-9])
            - exceptions:
                    <empty>
            udev property rules:
            - blacklist:
                    <empty>
            - exceptions:
                    (default rule)     (SCSI_IDENT_|ID_WWN)
            protocol rules:
            - blacklist:
                    (config file rule) scsi:usb
            - exceptions:
                    <empty>
            wwid rules:
            - blacklist:
                    (config file rule) 3600aaaa
            - exceptions:
                    (config file rule) 333
            device rules:
            - blacklist:
                    (config file rule) FOO:BAR
                    (default rule)     SGI:Universal Xport
            - exceptions:
                    <empty>
            """);
  }

  @Test
  void devicesAreShownWithWhatBecomesOfThem() {
    Topology some =
        new Topology(
            1,
            0,
            LAB.maps().subList(0, 1),
            LAB.paths().subList(0, 2),
            LAB.paths().subList(2, 4),
            Optional.of(new FakeConfiguration()),
            false);
    platform.publish(some);

    assertThat(reply("show devices"))
        .isEqualTo(
            """
            available block devices:
                sda  devnode whitelisted, monitored
                sdb  devnode whitelisted, monitored
                sdc  devnode blacklisted, unmonitored
                sdd  devnode whitelisted, unmonitored
                dm-0 devnode blacklisted, unmonitored
            """);
  }

  @Test
  void beforeAConfigurationIsReadThereIsNoneToShow() {
    platform.publish(Topology.EMPTY);

    for (String command : List.of("config", "config local", "blacklist", "devices")) {
      assertThat(reply("show " + command)).isEqualTo("fail\nthe daemon is starting\n");
    }
  }

  private static Topology configured(Topology topology) {
    return new Topology(
        topology.sequence(),
        topology.wallMillis(),
        topology.maps(),
        topology.paths(),
        topology.ignored(),
        Optional.of(new FakeConfiguration()),
        topology.busy());
  }

  private String reply(String line) {
    return interpreter.interpret(line, true).toCompletableFuture().join();
  }
}
