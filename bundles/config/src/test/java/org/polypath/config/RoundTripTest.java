package org.polypath.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Transport;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Setting;
import org.polypath.config.property.PropertyTable;
import org.polypath.config.property.Quoted;
import org.polypath.config.property.Section;
import org.polypath.config.reference.ConfigurationFile;

/** What is printed reads back to the same. */
class RoundTripTest {
  /** That of the generated entries. */
  private static final Wwid WWID = new Wwid("W");

  private static final List<PathFacts> PATHS =
      List.of(
          PathExamples.plain("sda", "V", "P").transport(Transport.FIBRE_CHANNEL).build(),
          PathExamples.scsiDebug("sdb").build(),
          PathExamples.nvme("nvme0n1").build());

  private static final List<String> VALUES =
      List.of(
          "yes",
          "no",
          "0",
          "1",
          "3",
          "17",
          "130",
          "-5",
          "queue",
          "fail",
          "manual",
          "immediate",
          "followover",
          "off",
          "infinity",
          "max",
          "smart",
          "greedy",
          "on",
          "strict",
          "multibus",
          "group_by_prio",
          "group_by_tpg",
          "service-time 0",
          "historical-service-time 2 1 2",
          "2 pg_init_retries 50",
          "1 queue_if_no_path",
          "0",
          "1 alua",
          "0x12ab",
          "12:aptpl",
          "file",
          "0660",
          "root",
          "sd:A nvme:B",
          "sd:A\"(",
          "sd:A\u0000 b",
          "\u001fsd:A\u0001 sd:B\u001f",
          "1 a\"b",
          "a\"b 0",
          "a \"b\" c",
          "# x ! y",
          "  blanks ",
          "",
          "^a[bc]$",
          "!x",
          "(",
          "é",
          "scsi:fcp",
          "hp3par",
          "always",
          "once",
          "unused",
          "priorities",
          "fpin",
          "grow_only",
          "a/b",
          "x{}y");

  @Property(tries = 300)
  void everyConfigurationReadsBackAsItWasPrinted(@ForAll("configurations") String text) {
    ReadOutcome outcome =
        ConfigurationReader.read(
            ConfigurationSources.NONE.withDropIns(List.of(new SourceText("generated", text))));
    assertReadsBack(Configurations.accepted(outcome));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.polypath.config.reference.ConfigurationFile#all")
  void everyExampleReadsBackAsItWasPrinted(ConfigurationFile file) {
    ConfigurationReader.read(file.sources(List.of()))
        .fold(
            accepted -> {
              assertReadsBack(accepted.configuration());
              return true;
            },
            refused -> assertThat(refused.message()).isNotEmpty());
  }

  private static void assertReadsBack(ResolvedConfiguration configuration) {
    String printed = configuration.print();
    ResolvedConfiguration again = Configurations.of(printed);
    assertThat(again.print()).isEqualTo(printed);
    assertThat(SettingValues.of(again.daemon()))
        .isEqualTo(SettingValues.of(configuration.daemon()));
    for (PathFacts path : PATHS) {
      assertThat(SettingValues.of(again.path(path)))
          .isEqualTo(SettingValues.of(configuration.path(path)));
      assertThat(again.wwid(path).map(Setting::value))
          .isEqualTo(configuration.wwid(path).map(Setting::value));
      assertThat(again.verdict(path).blacklisted())
          .isEqualTo(configuration.verdict(path).blacklisted());
      assertThat(SettingValues.of(again.map(WWID, List.of(path))))
          .isEqualTo(SettingValues.of(configuration.map(WWID, List.of(path))));
    }
  }

  @Provide
  Arbitrary<String> configurations() {
    return Combinators.combine(
            body(Section.DEFAULTS, ""),
            body(Section.BLACKLIST, ""),
            body(Section.EXCEPTIONS, ""),
            body(Section.DEVICE, "vendor V\nproduct P\n").list().ofMaxSize(3),
            body(Section.OVERRIDES, ""),
            body(Section.PROTOCOL, "type scsi:fcp\n"),
            body(Section.MULTIPATH, "wwid W\n").list().ofMaxSize(3))
        .as(
            (defaults, blacklist, exceptions, devices, overrides, protocol, maps) ->
                section("defaults", defaults)
                    + section("blacklist", blacklist)
                    + section("blacklist_exceptions", exceptions)
                    + section("devices", sections("device", devices))
                    + section("overrides", overrides + section("protocol", protocol))
                    + section("multipaths", sections("multipath", maps)));
  }

  private static String section(String name, String body) {
    return name + " {\n" + body + "}\n";
  }

  private static String sections(String name, List<String> bodies) {
    StringBuilder text = new StringBuilder();
    bodies.forEach(body -> text.append(section(name, body)));
    return text.toString();
  }

  private static Arbitrary<String> body(Section section, String first) {
    List<String> keywords = new ArrayList<>();
    PropertyTable.of(section).forEach(property -> keywords.add(property.keyword()));
    Arbitrary<String> line =
        Combinators.combine(Arbitraries.of(keywords), Arbitraries.of(VALUES))
            .as((keyword, value) -> keyword + " " + Quoted.of(value) + "\n");
    return line.list().ofMaxSize(12).map(lines -> first + String.join("", lines));
  }
}
