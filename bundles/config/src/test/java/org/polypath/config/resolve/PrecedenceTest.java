package org.polypath.config.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Configuration;
import org.polypath.api.settings.MapSettings;
import org.polypath.api.settings.NoPathRetry;
import org.polypath.api.settings.Origin;
import org.polypath.api.settings.Setting;
import org.polypath.api.settings.UnknownKeywordException;
import org.polypath.config.ConfigurationReader;
import org.polypath.config.ConfigurationSources;
import org.polypath.config.Configurations;
import org.polypath.config.PathExamples;
import org.polypath.config.ResolvedConfiguration;
import org.polypath.config.SourceText;

class PrecedenceTest {
  private static final Wwid WWID = new Wwid(PathExamples.SCSI_DEBUG_WWID);
  private static final List<PathFacts> PATHS =
      List.of(PathExamples.plain("sda", "ACME", "Disk Array").build());
  private static final String DEFAULTS = "defaults {\nno_path_retry 1\n}\n";
  private static final String DEVICES =
      "devices {\ndevice {\nvendor ^ACME$\nproduct Disk\nno_path_retry 2\n}\n}\n";
  private static final String OVERRIDES = "overrides {\nno_path_retry 3\n}\n";
  private static final String MULTIPATHS =
      "multipaths {\nmultipath {\nwwid " + WWID + "\nno_path_retry 4\n}\n}\n";

  private static Setting<NoPathRetry> noPathRetry(String text) {
    return Configurations.of(text).map(WWID, PATHS).noPathRetry();
  }

  @Test
  void strongSectionsBeatWeakOnes() {
    assertThat(noPathRetry("").origin()).isEqualTo(Origin.BUILT_IN);
    assertThat(noPathRetry(DEFAULTS).value()).isEqualTo(NoPathRetry.retries(1));
    assertThat(noPathRetry(DEFAULTS).origin())
        .isEqualTo(new Origin(Origin.Kind.DEFAULTS, Configurations.FILE + ":2"));
    assertThat(noPathRetry(DEVICES + DEFAULTS).value()).isEqualTo(NoPathRetry.retries(2));
    assertThat(noPathRetry(DEVICES + DEFAULTS).origin())
        .isEqualTo(new Origin(Origin.Kind.HARDWARE, Configurations.FILE + ":5"));
    assertThat(noPathRetry(OVERRIDES + DEVICES + DEFAULTS).value())
        .isEqualTo(NoPathRetry.retries(3));
    assertThat(noPathRetry(MULTIPATHS + OVERRIDES + DEVICES + DEFAULTS).value())
        .isEqualTo(NoPathRetry.retries(4));
  }

  @Test
  void otherHardwareIsNotMeant() {
    assertThat(noPathRetry(DEVICES.replace("Disk", "disk")).origin()).isEqualTo(Origin.BUILT_IN);
    assertThat(noPathRetry(DEVICES.replace("no_path", "revision 2\nno_path")).origin())
        .isEqualTo(Origin.BUILT_IN);
    assertThat(noPathRetry(DEVICES.replace("no_path", "revision [0-9]\nno_path")).value())
        .isEqualTo(NoPathRetry.retries(2));
  }

  @Test
  void eachMatchingEntryContributesAndTheLastWins() {
    Configuration configuration =
        Configurations.of(
            """
            devices {
            device {
            vendor ACME
            product .*
            no_path_retry 5
            failback 7
            }
            device {
            vendor A
            product Disk
            no_path_retry queue
            }
            }
            """);

    MapSettings map = configuration.map(WWID, PATHS);
    assertThat(map.noPathRetry().value()).isEqualTo(NoPathRetry.QUEUE);
    assertThat(map.failback().value().seconds()).isEqualTo(7);
  }

  @Test
  void entriesOfPluginsAreWeakerThanThoseOfFiles() {
    ConfigurationSources plugin =
        ConfigurationSources.NONE.withHardware(
            List.of(
                new SourceText(
                    "org.example.acme",
                    "devices {\ndevice {\nvendor ACME\nproduct .\nno_path_retry 9\n}\n}\n")));

    Setting<NoPathRetry> alone =
        Configurations.accepted(ConfigurationReader.read(plugin)).map(WWID, PATHS).noPathRetry();
    Setting<NoPathRetry> beaten =
        Configurations.accepted(
                ConfigurationReader.read(
                    plugin.withMain(new SourceText(Configurations.FILE, DEVICES))))
            .map(WWID, PATHS)
            .noPathRetry();

    assertThat(alone.origin()).isEqualTo(new Origin(Origin.Kind.HARDWARE, "org.example.acme:5"));
    assertThat(alone.value()).isEqualTo(NoPathRetry.retries(9));
    assertThat(beaten.value()).isEqualTo(NoPathRetry.retries(2));
  }

  @Test
  void queueingAmongTheFeaturesIsARetrySettingThatAWrittenOneBeats() {
    String features = "defaults {\nfeatures \"3 queue_if_no_path pg_init_retries 50\"\n%s}\n";

    MapSettings alone = Configurations.of(features.formatted("")).map(WWID, PATHS);
    assertThat(alone.features().value()).containsExactly("pg_init_retries", "50");
    assertThat(alone.noPathRetry().value()).isEqualTo(NoPathRetry.QUEUE);
    assertThat(noPathRetry(features.formatted("no_path_retry fail\n")).value())
        .isEqualTo(NoPathRetry.FAIL);
  }

  @Test
  void prioritizerAndItsArgumentsMayComeFromDifferentSections() {
    Configuration configuration =
        Configurations.of(
            "defaults {\nprio_args \"a b\"\n}\n"
                + "multipaths {\nmultipath {\nwwid "
                + WWID
                + "\nprio weightedpath\n}\n}\n");

    assertThat(configuration.path(PATHS.get(0)).prioritizer().value()).isEqualTo("weightedpath");
    assertThat(configuration.path(PATHS.get(0)).prioritizerArguments().value()).isEqualTo("a b");
  }

  @Test
  void anAliasHoldsForTheLesserWwidOfTwo() {
    Configuration configuration =
        Configurations.of(
            """
            multipaths {
            multipath {
            wwid 3601
            alias data
            }
            multipath {
            wwid 3600
            alias data
            }
            }
            """);

    assertThat(configuration.map(new Wwid("3600"), List.of()).alias().orElseThrow().value())
        .isEqualTo("data");
    assertThat(configuration.map(new Wwid("3601"), List.of()).alias()).isEmpty();
    assertThat(configuration.findings()).extracting(finding -> finding.line()).containsExactly(4);
  }

  @Test
  void theWwidComesFromTheBusesPropertyElseFromTheDevice() {
    Configuration plain = Configurations.of("");
    PathFacts bare = PATHS.get(0).change().properties(java.util.Map.of()).build();
    PathFacts known = bare.change().pageIdentifier(java.util.Optional.of(new Wwid("3600"))).build();

    assertThat(plain.wwid(PATHS.get(0)).orElseThrow().value()).isEqualTo(WWID);
    assertThat(plain.wwid(PathExamples.nvme("nvme0n1").build()).orElseThrow().value().text())
        .isEqualTo("uuid.12345");
    assertThat(plain.wwid(bare)).isEmpty();
    assertThat(plain.wwid(known).orElseThrow().value().text()).isEqualTo("3600");
    assertThat(Configurations.of("defaults {\nuid_attribute \"\"\n}\n").wwid(known)).isPresent();
    assertThat(Configurations.of("defaults {\nuid_attribute NONE\n}\n").wwid(known)).isEmpty();
    assertThat(
            Configurations.of("defaults {\nuid_attribute ID_WWN\n}\n")
                .wwid(PATHS.get(0))
                .orElseThrow()
                .value()
                .text())
        .isEqualTo("0x33333330000007d0");
    assertThat(
            Configurations.of("defaults {\nuid_attrs \"nvme:ID_SERIAL sd:ID_WWN\"\n}\n")
                .wwid(PathExamples.nvme("nvme0n1").build())
                .orElseThrow()
                .value()
                .text())
        .isEqualTo("Some_Disk_1");
  }

  @Test
  void anyKeywordIsExplained() {
    ResolvedConfiguration configuration = Configurations.of(DEVICES);
    PathFacts asymmetric = PathExamples.scsiDebug("sda").build();

    assertThat(configuration.setting("no_path_retry", PATHS.get(0)))
        .contains(new Setting<>("2", new Origin(Origin.Kind.HARDWARE, "/etc/multipath.conf:5")));
    assertThat(configuration.setting("fast_io_fail_tmo", PATHS.get(0)))
        .contains(Setting.builtIn("5"));
    assertThat(configuration.setting("prio", asymmetric).orElseThrow().value())
        .isEqualTo("\"alua\"");
    assertThat(configuration.setting("hardware_handler", asymmetric).orElseThrow().value())
        .isEqualTo("\"1 alua\"");
    assertThat(configuration.setting("dev_loss_tmo", asymmetric)).isEmpty();
    assertThat(configuration.unset("dev_loss_tmo")).isEqualTo("the kernel's");
    assertThat(configuration.unset("bindings_file")).contains("/etc/multipath/bindings");
  }

  @Test
  void aKeywordThatThereIsNotIsToldFromOneThatIsNotSet() {
    Configuration configuration = Configurations.of("");
    assertThatThrownBy(() -> configuration.setting("fast_io_fail_tom", PATHS.get(0)))
        .isInstanceOf(UnknownKeywordException.class)
        .hasMessage("there is no keyword \"fast_io_fail_tom\"; did you mean \"fast_io_fail_tmo\"?");
    assertThatThrownBy(() -> configuration.unset("colour"))
        .hasMessage("there is no keyword \"colour\"");
  }
}
