package org.polypath.config.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Transport;
import org.polypath.api.settings.BlacklistRule;
import org.polypath.api.settings.BlacklistRule.Criterion;
import org.polypath.api.settings.Verdict;
import org.polypath.config.ConfigurationReader;
import org.polypath.config.ConfigurationSources;
import org.polypath.config.Configurations;
import org.polypath.config.PathExamples;
import org.polypath.config.ResolvedConfiguration;

class BlacklistTest {
  private static final PathFacts DISK = PathExamples.plain("sda", "ACME", "Disk").build();

  private static Verdict verdict(String text, PathFacts path) {
    return Configurations.of(text).verdict(path);
  }

  @Test
  void onlyKindsOfDisksThatCanHavePathsAreLookedAt() {
    assertThat(verdict("", DISK).blacklisted()).isFalse();
    assertThat(verdict("", PathExamples.nvme("nvme0n1").build()).blacklisted()).isFalse();
    PathFacts loop = PathFacts.named("loop0", new DeviceNumber(7, 0)).build();
    assertThat(verdict("", loop))
        .isEqualTo(new Verdict(true, "devnode \"!^(sd[a-z]|dasd[a-z]|nvme[0-9])\" (built in)"));
  }

  @Test
  void nvmeIsLeftToTheKernelWhereItDoesItsOwnMultipathing() {
    ConfigurationSources sources =
        new ConfigurationSources(List.of(), ConfigurationSources.NONE.main(), List.of(), true);

    assertThat(
            Configurations.accepted(ConfigurationReader.read(sources))
                .verdict(PathExamples.nvme("nvme0n1").build())
                .blacklisted())
        .isTrue();
  }

  @Test
  void theRuleKnowsItsLine() {
    assertThat(verdict("blacklist {\n\tdevnode \"^sda$\"\n}\n", DISK))
        .isEqualTo(new Verdict(true, "devnode \"^sda$\" (/etc/multipath.conf:2)"));
  }

  @Test
  void theNameAloneMayDecide() {
    ResolvedConfiguration configuration = Configurations.of("blacklist {\ndevnode \"^sdz\"\n}\n");

    assertThat(configuration.verdict("sdz").blacklisted()).isTrue();
    assertThat(configuration.verdict("dm-0").blacklisted()).isTrue();
    assertThat(configuration.verdict("sda")).isEqualTo(Verdict.ALLOWED);
  }

  @Test
  void listedRulesTellWhetherAFileSaysThem() {
    ResolvedConfiguration configuration =
        Configurations.of(
            """
            blacklist {
              devnode ^sdz
              device {
                vendor ACME
              }
            }
            devices {
              device {
                vendor IBM
                product .
                product_blacklist Xport
              }
            }
            """);

    assertThat(configuration.blacklist())
        .containsExactly(
            new BlacklistRule(Criterion.DEVNODE, "^sdz", true),
            new BlacklistRule(Criterion.DEVNODE, "!^(sd[a-z]|dasd[a-z]|nvme[0-9])", false),
            new BlacklistRule(Criterion.DEVICE, "ACME:*", true),
            new BlacklistRule(Criterion.DEVICE, "IBM:Xport", false));
    assertThat(configuration.exceptions())
        .containsExactly(new BlacklistRule(Criterion.PROPERTY, "(SCSI_IDENT_|ID_WWN)", false));
  }

  @Test
  void eachCriterionCanForbidAndItsExceptionAllow() {
    for (String rule :
        List.of(
            "devnode ^sda",
            "wwid scsi_debug_2000$",
            "protocol scsi:unspec",
            "property SCSI_IDENT_SERIAL",
            "device {\nvendor ACME\nproduct .\n}",
            "device {\nvendor ACME\n}",
            "device {\nproduct Disk\n}")) {
      String exception = rule.startsWith("property") ? "property SCSI_IDENT_S" : rule;
      String blacklist = "blacklist {\n" + rule + "\n}\n";
      String both = blacklist + "blacklist_exceptions {\n" + exception + "\n}\n";
      if (!rule.startsWith("property")) {
        assertThat(verdict(blacklist, DISK).blacklisted()).as(rule).isTrue();
      }
      assertThat(verdict(both, DISK).blacklisted()).as(rule).isFalse();
    }
  }

  @Test
  void anExceptionOfOneCriterionDoesNotHelpAgainstAnother() {
    String text =
        "blacklist {\ndevnode .*\n}\nblacklist_exceptions {\nwwid .*\ndevice {\nvendor .\n}\n}\n";

    assertThat(verdict(text, DISK).blacklisted()).isTrue();
  }

  @Test
  void everythingButOneDisk() {
    String text = "blacklist {\nwwid \".*\"\n}\nblacklist_exceptions {\nwwid \"^3600$\"\n}\n";
    PathFacts wanted = DISK.change().properties(Map.of("ID_SERIAL", "3600", "ID_WWN", "x")).build();

    assertThat(verdict(text, DISK).blacklisted()).isTrue();
    assertThat(verdict(text, wanted).blacklisted()).isFalse();
  }

  @Test
  void aDiskWithAWwidButNoPropertyOfAnIdentityIsLeftAlone() {
    PathFacts local = DISK.change().properties(Map.of("ID_SERIAL", "QEMU_1")).build();

    assertThat(verdict("", local).blacklisted()).isTrue();
    assertThat(verdict("", local).rule()).contains("udev property missing");
    assertThat(verdict("blacklist_exceptions {\nproperty ID_SERIAL\n}\n", local).blacklisted())
        .isFalse();
  }

  @Test
  void aDiskThatUdevKnowsNothingOfIsNotLeftAloneForThat() {
    PathFacts unknown = DISK.change().properties(Map.of()).build();

    assertThat(verdict("", unknown).blacklisted()).isFalse();
  }

  @Test
  void anExclamationMarkInvertsARule() {
    assertThat(verdict("blacklist {\nwwid \"!^3600\"\n}\n", DISK).blacklisted()).isTrue();
    assertThat(verdict("blacklist {\nwwid \"!scsi_debug\"\n}\n", DISK).blacklisted()).isFalse();
    assertThat(verdict("blacklist {\nwwid \"\\!\"\n}\n", DISK).blacklisted()).isFalse();
  }

  @Test
  void productsThatAreNoDisksAreLeftAlone() {
    String text =
        "devices {\ndevice {\nvendor ACME\nproduct Disk\nproduct_blacklist \"LUNZ\"\n}\n}\n";
    PathFacts noDisk = DISK.change().hardware("ACME", "LUNZ", "1").build();

    assertThat(verdict(text, DISK).blacklisted()).isFalse();
    assertThat(verdict(text, noDisk).blacklisted()).isTrue();
  }

  @Test
  void usbDisksAreLookedAtOnDemandAlone() {
    PathFacts usb = DISK.change().transport(Transport.USB).build();

    assertThat(verdict("", usb).blacklisted()).isTrue();
    assertThat(verdict("defaults {\nallow_usb_devices yes\n}\n", usb).blacklisted()).isFalse();
  }
}
