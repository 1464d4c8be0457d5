package org.polypath.config.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.polypath.api.path.PathFacts;
import org.polypath.api.settings.Configuration;
import org.polypath.api.settings.Finding;
import org.polypath.api.settings.Finding.Severity;
import org.polypath.api.settings.Setting;
import org.polypath.config.ConfigurationReader;
import org.polypath.config.ConfigurationSources;
import org.polypath.config.Configurations;
import org.polypath.config.PathExamples;
import org.polypath.config.ReadOutcome;

/** Every way in which a file can be wrong: what is said of it, where, and what holds instead. */
class BadValuesTest {
  private static final PathFacts PATH = PathExamples.plain("sda", "ACME", "Disk").build();
  private static final String NOT_SET = "not set";

  /** A line in section defaults; what is said; the keyword and what holds for it. */
  static Stream<Arguments> lines() {
    return Stream.of(
        // no value, and too much of one
        bad("polling_interval", "missing value for option 'polling_interval'", "5"),
        bad("verbosity 3 4", "ignoring extra data starting with '4'", "3"),
        bad("alias_prefix \"x", "missing closing quotes", "\"x\""),
        // numbers
        bad("polling_interval five", "invalid value for polling_interval: \"five\"", "5"),
        bad("polling_interval 0", "value for polling_interval too small, capping at 1", "1"),
        bad("verbosity 9", "value for verbosity too large, capping at 4", "4"),
        bad("verbosity -1", "value for verbosity too small, capping at 0", "0"),
        bad("max_retries 6", "value for max_retries too large, capping at 5", "5"),
        bad("uxsock_timeout 10", "value for uxsock_timeout too small, capping at 4000", "4000"),
        bad(
            "rr_min_io 99999999999999999999",
            "value for rr_min_io too large, capping at 2147483647",
            "2147483647"),
        bad("checker_timeout 0", "the value 0 does not set checker_timeout", NOT_SET),
        // numbers or words
        bad("fast_io_fail_tmo never", "invalid value for fast_io_fail_tmo: \"never\"", "5"),
        bad("dev_loss_tmo -1", "value for dev_loss_tmo too small, capping at 0", NOT_SET),
        bad("dev_loss_tmo soon", "invalid value for dev_loss_tmo: \"soon\"", NOT_SET),
        bad("ghost_delay yes", "invalid value for ghost_delay: \"yes\"", "\"no\""),
        bad("no_path_retry -2", "value for no_path_retry too small, capping at 1", "1"),
        bad("no_path_retry maybe", "invalid value for no_path_retry: \"maybe\"", NOT_SET),
        bad("failback soon", "invalid value for failback: \"soon\"", "\"manual\""),
        // words
        bad("user_friendly_names maybe", "invalid value for user_friendly_names", "\"no\""),
        bad("path_grouping_policy all", "invalid value for path_grouping_policy", "\"failover\""),
        bad("find_multipaths sometimes", "invalid value for find_multipaths", "\"strict\""),
        bad("log_checker_err twice", "invalid value for log_checker_err", "\"always\""),
        bad("auto_resize shrink", "invalid value for auto_resize", "\"never\""),
        bad("marginal_pathgroups some", "invalid value for marginal_pathgroups", "\"off\""),
        bad("flush_on_last_del perhaps", "invalid value for flush_on_last_del", "\"unused\""),
        bad("rr_weight heavy", "invalid value for rr_weight", "\"uniform\""),
        bad("pg_prio_calc max", "invalid value for pg_prio_calc", NOT_SET),
        // words with a count
        bad("path_selector \"round-robin\"", "missing argument count for path_selector", SELECTOR),
        bad(
            "path_selector \"round-robin 2 x\"",
            "invalid argument count for path_selector:, got '2' expected '1'",
            SELECTOR),
        bad("features \"\"", "missing argument count for features", "\"0\""),
        bad(
            "features \"1\"",
            "invalid argument count for features:, got '1' expected '0'",
            "\"0\""),
        // text
        bad("alias_prefix a/b", "a/b cannot contain a slash. Ignoring", "\"mpath\""),
        bad("prio \"\"", "invalid value for prio: \"\"", "\"const\""),
        bad("mode 888", "invalid value for mode: \"888\"", NOT_SET),
        bad("uid \"no one\"", "invalid value for uid: \"no one\"", NOT_SET),
        bad("uid_attrs sd", "invalid record in uid_attrs: sd", NOT_SET),
        bad(
            "enable_foreign \"(\"",
            "invalid regular expression for enable_foreign: \"(\"",
            "\"(\""),
        // words of long ago
        bad(
            "multipath_dir /lib/multipath",
            "ignoring deprecated option \"multipath_dir\"",
            NOT_SET));
  }

  private static final String SELECTOR = "\"service-time 0\"";

  private static Arguments bad(String line, String said, String holds) {
    return Arguments.of(line, said, holds);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("lines")
  void aBadLineIsFoundAndWhatHoldsInsteadIsSaid(String line, String said, String holds) {
    Configuration configuration = Configurations.of("defaults {\n\t" + line + "\n}\n");
    assertThat(configuration.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
              assertThat(finding.line()).isEqualTo(2);
              assertThat(finding.text()).startsWith(said);
              assertThat(finding.instead()).isNotEmpty();
            });
    String keyword = line.split(" ", 2)[0];
    assertThat(configuration.setting(keyword, PATH).map(Setting::value).orElse(NOT_SET))
        .isEqualTo(holds);
  }

  /** A file; what is said of it, with its line. */
  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("defaults\nverbosity 3\n}\n", 1, "missing '{'"),
        Arguments.of("defaults {{\nverbosity 3\n}\n", 1, "ignoring extra data starting with '{'"),
        Arguments.of("defaults verbosity\nverbosity 3\n}\n", 1, "expecting '{'. found 'verbosity'"),
        Arguments.of("defaults {\nverbosity 3\n}\n}\n", 4, "unmatched '}'"),
        Arguments.of("defaults {\nverbosity 3\n", 2, "missing '}' at end of file"),
        Arguments.of("defaults {\nverbosity 3\nbogus 1\n}\n", 3, "invalid keyword in the defaults"),
        Arguments.of("bogus 1\ndefaults {\nverbosity 3\n}\n", 1, "invalid keyword: bogus"),
        Arguments.of(
            "defaults {\nverbosity 1\nverbosity 3\n}\n", 3, "duplicate keyword: verbosity"),
        Arguments.of(
            "defaults {\nverbosity 3\n}\ndevices {\ndevice {\nvendor x\n}\n}\n",
            5,
            "missing vendor or product"),
        Arguments.of(
            "defaults {\nverbosity 3\n}\nmultipaths {\nmultipath {\nalias x\n}\n}\n",
            5,
            "missing wwid"),
        Arguments.of(
            "defaults {\nverbosity 3\n}\noverrides {\nprotocol {\ndev_loss_tmo 5\n}\n}\n",
            5,
            "missing type"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("files")
  void aBadStructureIsFoundAndTheRestHolds(String text, int line, String said) {
    Configuration configuration = Configurations.of(text);
    assertThat(configuration.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.line()).isEqualTo(line);
              assertThat(finding.text()).contains(said);
              assertThat(finding.instead()).isNotEmpty();
            });
    assertThat(configuration.daemon().verbosity().value()).isEqualTo(3);
  }

  @Test
  void whatMakesAFileUnusableIsAnErrorOfItsLine() {
    for (String line : List.of("devnode \"(\"", "wwid \"[\"", "protocol \"*\"")) {
      ReadOutcome outcome =
          ConfigurationReader.read(
              ConfigurationSources.ofMain("m.conf", "blacklist {\n\t" + line + "\n}\n"));
      assertThat(outcome.findings())
          .singleElement()
          .extracting(Finding::severity, Finding::line)
          .containsExactly(Severity.ERROR, 2);
      assertThat(outcome.<Boolean>fold(accepted -> false, refused -> true)).as(line).isTrue();
    }
  }
}
