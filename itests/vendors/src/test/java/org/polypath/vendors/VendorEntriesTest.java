package org.polypath.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.PathFactsBuilder;
import org.polypath.api.path.TargetPortGroupSupport;
import org.polypath.api.path.Transport;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.config.ConfigurationReader;
import org.polypath.config.ConfigurationSources;
import org.polypath.config.ReadOutcome;
import org.polypath.config.ResolvedConfiguration;

/** The hardware entries that are shipped: all of them, without a fault, and what they do. */
class VendorEntriesTest {
  private static final int KNOWN_ENTRIES = 137;
  private static final Path SOURCES = Path.of("..", "..", "vendor-plugins");
  private static final List<VendorBundle> SHIPPED = VendorBundle.shipped();
  private static final ResolvedConfiguration ALL = read(SHIPPED);

  private static ResolvedConfiguration read(List<VendorBundle> bundles) {
    ReadOutcome outcome =
        ConfigurationReader.read(
            ConfigurationSources.NONE.withHardware(
                bundles.stream().map(VendorBundle::text).toList()));
    return outcome.fold(
        ReadOutcome.Accepted::configuration,
        refused -> {
          throw new AssertionError(refused.message());
        });
  }

  private static PathFacts path(String vendor, String product) {
    return builder(vendor, product).build();
  }

  private static PathFacts alua(String vendor, String product) {
    return builder(vendor, product)
        .targetPortGroup(TargetPortGroupSupport.IMPLICIT, OptionalInt.of(1))
        .build();
  }

  private static PathFactsBuilder builder(String vendor, String product) {
    return PathFacts.named("sda", new DeviceNumber(8, 0))
        .hardware(vendor, product, "1")
        .targetPortGroup(TargetPortGroupSupport.NONE, OptionalInt.empty())
        .transport(Transport.SCSI_UNSPECIFIED)
        .properties(Map.of("ID_SERIAL", "3600a", "ID_UID", "IBM.1", "SCSI_IDENT_SERIAL", "1"));
  }

  private static PathFacts nvme(String product) {
    return PathFacts.named("nvme0n1", new DeviceNumber(259, 0))
        .hardware("NVME", product, "1")
        .transport(Transport.NVME_FC)
        .handler(Optional.empty(), Optional.empty())
        .properties(Map.of("ID_WWN", "eui.1"))
        .build();
  }

  private static MapSettings map(PathFacts path) {
    return ALL.map(new Wwid("3600a"), List.of(path));
  }

  /** Every one but the tutorial's example. */
  @Test
  void everyVendorIsShipped() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      Set<String> folders =
          files
              .filter(file -> file.endsWith(Path.of("src", "main", "resources", "hardware.conf")))
              .map(file -> VendorBundle.PREFIX + SOURCES.relativize(file).getName(0))
              .filter(name -> !name.equals(VendorBundle.PREFIX + "acme"))
              .collect(Collectors.toSet());
      assertThat(SHIPPED)
          .extracting(VendorBundle::name)
          .containsExactlyInAnyOrderElementsOf(folders);
    }
  }

  @Test
  void nothingIsWrongInThem() {
    assertThat(SHIPPED)
        .allSatisfy(bundle -> assertThat(read(List.of(bundle)).findings()).isEmpty());
    assertThat(ALL.findings()).isEmpty();
  }

  @Test
  void everyKnownArrayIsThereOnce() {
    Pattern device = Pattern.compile("^ *device \\{", Pattern.MULTILINE);
    long written =
        SHIPPED.stream().flatMap(bundle -> device.matcher(bundle.text().text()).results()).count();
    assertThat(written).isEqualTo(KNOWN_ENTRIES);
    assertThat(PrintedDevices.of(ALL.print())).hasSize(KNOWN_ENTRIES);
  }

  @Test
  void whatIsSaidOfAllNvmeArraysIsWeakerThanWhatIsSaidOfOne() {
    assertThat(SHIPPED.get(0).name()).isEqualTo("org.polypath.vendor.generic-nvme");
    assertThat(ALL.path(nvme("Any Disk")).checker().value()).isEqualTo("none");
    assertThat(map(nvme("Any Disk")).noPathRetry().value()).isEqualTo(NoPathRetry.UNDEFINED);
    assertThat(map(nvme("Pure Storage FlashArray")).noPathRetry().value())
        .isEqualTo(NoPathRetry.retries(10));
    assertThat(map(nvme("Pure Storage FlashArray")).groupingPolicy().value())
        .isEqualTo("group_by_prio");
  }

  @Test
  void checkersAndPrioritizersThatMustNotBeDetectedAreNot() {
    assertThat(ALL.path(path("DGC", "RAID 5")).checker().value()).isEqualTo("emc_clariion");
    assertThat(ALL.path(path("LIO-ORG", "disk")).checker().value()).isEqualTo("directio");
    assertThat(ALL.path(path("HITACHI", "Hi-SDS")).checker().value()).isEqualTo("directio");
    assertThat(ALL.path(alua("PURE", "FlashArray")).prioritizer().value()).isEqualTo("alua");
    assertThat(ALL.path(path("Qsan", "XS")).prioritizerArguments().value())
        .isEqualTo("exclusive_pref_bit");
  }

  @Test
  void theLaterEntryOfAVendorIsTheMoreExactOne() {
    assertThat(map(path("HITACHI", "DF600F")).groupingPolicy().value()).isEqualTo("multibus");
    assertThat(map(path("HITACHI", "DF600")).groupingPolicy().value()).isEqualTo("group_by_prio");
  }

  @Test
  void whatIsNoDiskIsLeftAlone() {
    assertThat(ALL.verdict(path("DGC", "LUNZ")).blacklisted()).isTrue();
    assertThat(ALL.verdict(path("NETAPP", "Universal Xport")).blacklisted()).isTrue();
    assertThat(ALL.verdict(path("IBM", "S/390 DASD ECKD")).blacklisted()).isTrue();
    assertThat(ALL.verdict(path("IBM", "2107900")).blacklisted()).isFalse();
  }
}
