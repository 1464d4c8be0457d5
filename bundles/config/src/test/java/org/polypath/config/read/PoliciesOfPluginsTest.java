package org.polypath.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Origin;
import org.polypath.api.settings.Setting;
import org.polypath.config.ConfigurationReader;
import org.polypath.config.ConfigurationSources;
import org.polypath.config.Configurations;
import org.polypath.config.PathExamples;
import org.polypath.config.ResolvedConfiguration;
import org.polypath.config.SourceText;

/** A grouping policy may have a name of its own: it holds while a plug-in brings it. */
class PoliciesOfPluginsTest {
  private static final Wwid WWID = new Wwid("3600");
  private static final PathFacts PATH = PathExamples.plain("sda", "ACME", "Vault").build();
  private static final String ZONES = "defaults {\n\tpath_grouping_policy acme_zones\n}\n";
  private static final SourceText HARDWARE =
      new SourceText(
          "hardware.conf",
          "devices {\ndevice {\nvendor ACME\nproduct Vault\npath_grouping_policy \"acme_zones\"\n}\n}\n");

  private static ResolvedConfiguration read(ConfigurationSources sources) {
    return Configurations.accepted(ConfigurationReader.read(sources));
  }

  private static ConfigurationSources main(String text) {
    return ConfigurationSources.ofMain(Configurations.FILE, text);
  }

  private static Setting<String> policy(ResolvedConfiguration configuration) {
    return configuration.map(WWID, List.of(PATH)).groupingPolicy();
  }

  @Test
  void aNameThatAPluginBringsHoldsAndIsPrinted() {
    ResolvedConfiguration configuration =
        read(main(ZONES).withPolicies(Set.of("acme_zones", "acme_halves")));

    assertThat(configuration.findings()).isEmpty();
    assertThat(policy(configuration))
        .isEqualTo(
            new Setting<>(
                "acme_zones", new Origin(Origin.Kind.DEFAULTS, Configurations.FILE + ":2")));
    assertThat(configuration.setting("path_grouping_policy", PATH).map(Setting::value))
        .contains("\"acme_zones\"");
    assertThat(configuration.print()).contains("\n\tpath_grouping_policy \"acme_zones\"\n");
  }

  @Test
  void hardwareEntriesAndOldWordsMayNameItToo() {
    ConfigurationSources hardware = main("").withHardware(List.of(HARDWARE));
    String old = ZONES.replace("\tpath", "\tdefault_path");

    assertThat(policy(read(hardware)).value()).isEqualTo("failover");
    assertThat(policy(read(hardware.withPolicies(Set.of("acme_zones")))).value())
        .isEqualTo("acme_zones");
    assertThat(policy(read(main(old).withPolicies(Set.of("acme_zones")))).value())
        .isEqualTo("acme_zones");
  }

  @Test
  void withoutThePluginTheSettingBeforeHoldsAndTheLineIsNamed() {
    ResolvedConfiguration configuration = read(main(ZONES));

    assertThat(policy(configuration).value()).isEqualTo("failover");
    assertThat(configuration.findings())
        .extracting(Finding::message)
        .containsExactly(
            "/etc/multipath.conf:2: invalid value for path_grouping_policy: \"acme_zones\";"
                + " ignored: one of failover, multibus, group_by_serial, group_by_prio,"
                + " group_by_node_name, group_by_tpg, or a grouping policy that a plug-in brings;"
                + " no plug-in brings this one");
  }

  @Test
  void whatWasMeantByAMisspelledNameIsSaid() {
    ConfigurationSources sources = main(ZONES.replace("zones", "zoens"));

    assertThat(read(sources.withPolicies(Set.of("acme_zones"))).findings())
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .endsWith("no plug-in brings this one; did you mean \"acme_zones\"?");
    assertThat(read(main(ZONES.replace("acme_zones", "fialover"))).findings())
        .singleElement()
        .extracting(Finding::message)
        .asString()
        .endsWith("did you mean \"failover\"?");
  }
}
