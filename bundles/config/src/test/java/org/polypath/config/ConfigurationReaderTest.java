package org.polypath.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.polypath.api.settings.FindMultipaths;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Finding.Severity;
import org.polypath.api.settings.Origin;

class ConfigurationReaderTest {
  private static final String FILE = "/etc/multipath.conf";

  private static ResolvedConfiguration read(String text) {
    return Configurations.accepted(
        ConfigurationReader.read(ConfigurationSources.ofMain(FILE, text)));
  }

  private static List<String> messages(String text) {
    return ConfigurationReader.read(ConfigurationSources.ofMain(FILE, text)).findings().stream()
        .map(Finding::message)
        .toList();
  }

  @Test
  void withoutFilesTheBuiltInValuesHold() {
    ResolvedConfiguration configuration =
        Configurations.accepted(ConfigurationReader.read(ConfigurationSources.NONE));

    assertThat(configuration.findings()).isEmpty();
    assertThat(configuration.daemon().pollingInterval().value()).isEqualTo(5);
    assertThat(configuration.daemon().maxPollingInterval().value()).isEqualTo(20);
    assertThat(configuration.daemon().findMultipaths().value()).isEqualTo(FindMultipaths.STRICT);
    assertThat(configuration.daemon().findMultipaths().origin()).isEqualTo(Origin.BUILT_IN);
  }

  @Test
  void aValueKnowsItsLine() {
    ResolvedConfiguration configuration = read("defaults {\n\tfind_multipaths no\n}\n");

    assertThat(configuration.daemon().findMultipaths().value()).isEqualTo(FindMultipaths.OFF);
    assertThat(configuration.daemon().findMultipaths().origin())
        .isEqualTo(new Origin(Origin.Kind.DEFAULTS, FILE + ":2"));
  }

  @Test
  void aDropInBeatsTheMainFile() {
    ConfigurationSources sources =
        ConfigurationSources.ofMain(FILE, "defaults {\npolling_interval 3\n}\n")
            .withDropIns(
                List.of(
                    new SourceText("a.conf", "defaults {\npolling_interval 6\nverbosity 3\n}\n"),
                    new SourceText("b.conf", "defaults {\npolling_interval 9\n}\n")));

    ResolvedConfiguration configuration =
        Configurations.accepted(ConfigurationReader.read(sources));

    assertThat(configuration.daemon().pollingInterval().value()).isEqualTo(9);
    assertThat(configuration.daemon().pollingInterval().origin().place()).isEqualTo("b.conf:2");
    assertThat(configuration.daemon().verbosity().value()).isEqualTo(3);
  }

  @Test
  void anInvalidRuleMakesTheMainFileUnusable() {
    ReadOutcome outcome =
        ConfigurationReader.read(
            ConfigurationSources.ofMain(FILE, "blacklist {\n devnode \"(\"\n}\n"));

    String message = outcome.fold(accepted -> "accepted", ReadOutcome.Refused::message);
    assertThat(message).startsWith(FILE + ":2: invalid regular expression for devnode: \"(\"");
    assertThat(outcome.findings()).extracting(Finding::severity).contains(Severity.ERROR);
  }

  @Test
  void anInvalidRuleInADropInIsLeftOut() {
    ConfigurationSources sources =
        ConfigurationSources.NONE.withDropIns(
            List.of(new SourceText("a.conf", "blacklist {\n wwid \"*\"\n}\n")));

    ResolvedConfiguration configuration =
        Configurations.accepted(ConfigurationReader.read(sources));

    assertThat(configuration.findings()).extracting(Finding::line).containsExactly(2);
  }

  @Test
  void aMisspeltWordIsRecognized() {
    assertThat(messages("defaults {\n  user_freindly_names yes\n}\n"))
        .containsExactly(
            FILE
                + ":2: invalid keyword in the defaults section: user_freindly_names; line ignored;"
                + " did you mean \"user_friendly_names\"?");
  }

  @Test
  void aWordInTheWrongSectionIsToldWhereItBelongs() {
    assertThat(messages("multipaths {\n multipath {\n  wwid 3\n  path_checker tur\n }\n}\n"))
        .containsExactly(
            FILE
                + ":4: invalid keyword in the multipath section: path_checker; line ignored;"
                + " \"path_checker\" belongs in defaults, device, overrides");
  }

  @Test
  void anUnknownSectionIsPassedOverToItsOwnEnd() {
    ResolvedConfiguration configuration =
        read("defaults {\n bogus {\n  x 1\n  y {\n  }\n }\n verbosity 4\n}\n");

    assertThat(configuration.findings()).hasSize(1);
    assertThat(configuration.daemon().verbosity().value()).isEqualTo(4);
  }

  @Test
  void everyFaultOfALineIsReportedWithWhatHappensInstead() {
    assertThat(
            messages(
                """
                defaults {
                path_selector "round-robin 1"
                no_path_retry -3
                polling_interval five
                prio
                path_checker tur extra
                alias_prefix a/b
                verbosity 1
                verbosity 3
                failback "30
                pg_timeout 5
                features ""
                """))
        .containsExactly(
            FILE
                + ":2: invalid argument count for path_selector:, got '1' expected '0';"
                + " ignored: a name, a count and as many words",
            FILE + ":3: value for no_path_retry too small, capping at 1; using 1",
            FILE + ":4: invalid value for polling_interval: \"five\"; ignored: a number, 1 or more",
            FILE + ":5: missing value for option 'prio'; line ignored: the name of a prioritizer",
            FILE + ":6: ignoring extra data starting with 'extra'; the rest of the line is ignored",
            FILE + ":7: a/b cannot contain a slash. Ignoring; alias_prefix not set",
            FILE + ":9: duplicate keyword: verbosity; the later line holds",
            FILE + ":10: missing closing quotes; the text ends with the line",
            FILE
                + ":11: ignoring deprecated option \"pg_timeout\";"
                + " checker_timeout bounds every command",
            FILE + ":12: missing argument count for features; ignored: a count and as many words",
            FILE + ":12: missing '}' at end of file; section defaults ends with the file");
  }
}
