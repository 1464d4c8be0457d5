package org.polypath.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.path.PathFacts;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Finding.Severity;
import org.polypath.api.settings.Origin;
import org.polypath.api.settings.Setting;

/** Hardware entries of plug-ins: what they may say, and that a wrong one harms nobody else. */
class HardwareEntriesTest {
  private static final PathFacts PATH = PathExamples.plain("sda", "ACME", "Disk Array").build();
  private static final SourceText GOOD = entry("good.conf", "path_checker directio");

  private static SourceText entry(String name, String line) {
    return new SourceText(
        name, "devices {\n device {\n  vendor ACME\n  product Disk\n  " + line + "\n }\n}\n");
  }

  private static ResolvedConfiguration read(SourceText... hardware) {
    return Configurations.accepted(
        ConfigurationReader.read(
            ConfigurationSources.ofMain(Configurations.FILE, "defaults {\nprio const\n}\n")
                .withHardware(List.of(hardware))));
  }

  private static Setting<String> checker(SourceText... hardware) {
    return read(hardware).path(PATH).checker();
  }

  @Test
  void aValueNamesThePluginAndTheLine() {
    assertThat(checker(GOOD).value()).isEqualTo("directio");
    assertThat(checker(GOOD).origin()).isEqualTo(new Origin(Origin.Kind.HARDWARE, "good.conf:5"));
  }

  @Test
  void theLaterPluginWins() {
    SourceText later = entry("later.conf", "path_checker readsector0");
    assertThat(checker(GOOD, later).value()).isEqualTo("readsector0");
    assertThat(checker(later, GOOD).value()).isEqualTo("directio");
  }

  @Test
  void brokenTextsLeaveTheOthersInForce() {
    SourceText broken = new SourceText("broken.conf", "devices {\n device {\n vendor \"(\n }}}} {");
    SourceText forbidden = new SourceText("no.conf", "blacklist {\n devnode \"(\"\n}\n");
    ResolvedConfiguration configuration = read(broken, GOOD, forbidden);
    assertThat(configuration.path(PATH).checker().value()).isEqualTo("directio");
    assertThat(configuration.findings())
        .extracting(Finding::file)
        .contains("broken.conf", "no.conf")
        .doesNotContain("good.conf", Configurations.FILE);
    assertThat(configuration.findings()).extracting(Finding::severity).contains(Severity.ERROR);
  }

  @Test
  void onlyDevicesCount() {
    SourceText greedy =
        new SourceText("greedy.conf", "defaults {\n polling_interval 1\n}\n" + GOOD.text());
    ResolvedConfiguration configuration = read(greedy);
    assertThat(configuration.daemon().pollingInterval().value()).isEqualTo(5);
    assertThat(configuration.path(PATH).checker().value()).isEqualTo("directio");
    assertThat(configuration.findings())
        .extracting(Finding::message)
        .containsExactly(
            "greedy.conf:1: section defaults in a plug-in's hardware entries;"
                + " section ignored: write a section devices");
  }

  @Test
  void whatWasFoundBeforeComesFirst(@TempDir Path directory) {
    Finding before = new Finding(Severity.WARNING, "bundle com.acme 1.0.0", 0, "no file", "");
    ReadOutcome outcome =
        new ConfigurationFiles(directory.resolve("multipath.conf"), directory.resolve("conf.d"))
            .read(new PluginContributions(List.of(GOOD), Set.of(), List.of(before)), false);
    assertThat(outcome.findings()).containsExactly(before);
  }
}
