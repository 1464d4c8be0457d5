package org.polypath.client.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.client.configuration.Hardware.Array;
import org.polypath.client.configuration.Hardware.NamedMap;
import org.polypath.config.ConfigurationReader;
import org.polypath.config.ConfigurationSources;
import org.polypath.config.ResolvedConfiguration;

class DraftTest {
  private static final Hardware HARDWARE =
      new Hardware(
          List.of(
              new Array("IBM", "2145", 8, true, true),
              new Array("ACME", "Disk (fast) \"1\"", 4, false, true),
              new Array("OTHER", "a.b+c", 2, false, false)),
          List.of(new NamedMap("3600a", "mpatha")));

  private final StringBuilder said = new StringBuilder();

  @Test
  void whatIsWrittenReadsBackWithoutFindings() throws IOException {
    for (String answers :
        List.of("", "no\noff\nqueue\nimmediate\n1\n", "yes\nsmart\nfail\n30\n120\n")) {
      for (Hardware hardware : List.of(Hardware.NONE, HARDWARE)) {
        ResolvedConfiguration read = read(Draft.text(interview(answers), hardware));
        assertThat(read.findings()).as(answers).isEmpty();
      }
    }
  }

  @Test
  void answersAreWhatTheFileSays() throws IOException {
    String text = Draft.text(interview("no\nstrict\nqueue\n15\n7\n"), Hardware.NONE);

    assertThat(text.lines().map(String::strip))
        .contains(
            "user_friendly_names \"no\"",
            "find_multipaths \"strict\"",
            "no_path_retry \"queue\"",
            "failback \"15\"",
            "polling_interval \"7\"");
  }

  @Test
  void anAnswerThatCannotBeUsedIsAskedForAgain() throws IOException {
    Map<Question, String> answers = interview("perhaps\nno\n");

    assertThat(answers.get(Question.ALL.get(0))).isEqualTo("no");
    assertThat(said).contains("perhaps");
  }

  @Test
  void withoutAnswersThePresetsHold() throws IOException {
    assertThat(interview("")).isEqualTo(Interview.presets());
  }

  @Test
  void unknownHardwareGetsAnEntryOfItsOwn() {
    ResolvedConfiguration read = read(Draft.text(Interview.presets(), HARDWARE));

    assertThat(policy(read, "ACME", "Disk (fast) \"1\"")).isEqualTo("\"group_by_prio\"");
    assertThat(policy(read, "OTHER", "a.b+c")).isEqualTo("\"multibus\"");
    assertThat(policy(read, "OTHER", "aXb+c")).isEqualTo("\"failover\"");
    assertThat(policy(read, "IBM", "2145")).isEqualTo("\"failover\"");
  }

  @Test
  void theDaemonsRepliesAreUnderstood() {
    Hardware hardware =
        HardwareFromDaemon.read(
            "0x0001|IBM,2145,0000\n0x0002|IBM,2145,0000\n[undef]|ACME,Disk\n",
            "3600a|mpatha\n",
            "devices {\n\tdevice {\n\t\tvendor \"IBM\"\n\t\tproduct \"^2145\"\n\t}\n}\n");

    assertThat(hardware)
        .isEqualTo(
            new Hardware(
                List.of(
                    new Array("IBM", "2145", 2, true, true),
                    new Array("ACME", "Disk", 1, false, false)),
                List.of(new NamedMap("3600a", "mpatha"))));
    assertThat(HardwareFromDaemon.read("ok\n", "ok\n", "")).isEqualTo(Hardware.NONE);
  }

  @Test
  void aFileThatIsThereIsNotOverwritten(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("multipath.conf"), "mine");

    assertThat(DraftCommand.parse("--output", file.toString()).run()).isEqualTo(1);
    assertThat(file).hasContent("mine");
  }

  @Test
  void nobodyIsAskedForAFileThatCannotBeMade(@TempDir Path directory) {
    Path file = directory.resolve("nosuch/multipath.conf");

    assertThat(DraftCommand.parse("--output", file.toString()).run()).isEqualTo(1);
    assertThat(file).doesNotExist();
  }

  private static String policy(ResolvedConfiguration read, String vendor, String product) {
    PathFacts path =
        PathFacts.named("sda", new DeviceNumber(8, 0)).hardware(vendor, product, "1").build();
    return read.setting("path_grouping_policy", path).orElseThrow().value();
  }

  private Map<Question, String> interview(String answers) throws IOException {
    return new Interview(new BufferedReader(new StringReader(answers)), said::append).ask();
  }

  private static ResolvedConfiguration read(String text) {
    return ConfigurationReader.read(ConfigurationSources.ofMain("draft", text))
        .fold(
            accepted -> accepted.configuration(),
            refused -> {
              throw new AssertionError(refused.message());
            });
  }
}
