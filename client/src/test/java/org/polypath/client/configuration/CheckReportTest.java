package org.polypath.client.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.config.ConfigurationReader;
import org.polypath.config.ConfigurationSources;
import org.polypath.config.ReadOutcome;

class CheckReportTest {
  private static final String MISSPELT = "defaults {\n\tpath_chekcer \"tur\"\n}\n";

  private final StringBuilder said = new StringBuilder();

  @TempDir private Path directory;

  @Test
  void aFindingHasItsLineAndWhatWasMeant() {
    assertThat(report(MISSPELT).text())
        .startsWith("m.conf:2: warning: ")
        .contains("path_chekcer", "did you mean \"path_checker\"?")
        .endsWith("m.conf: 1 finding\n");
  }

  @Test
  void nothingWrongIsSaidToo() {
    assertThat(report("defaults {\n\tverbosity 2\n}\n").text())
        .isEqualTo("m.conf: nothing found wrong\n");
  }

  @Test
  void programsGetTheSame() {
    assertThat(report(MISSPELT).json())
        .startsWith("{\n  \"file\": \"m.conf\",\n  \"usable\": true,\n  \"message\": \"\",\n")
        .contains("{\"severity\": \"warning\", \"file\": \"m.conf\", \"line\": 2, \"text\": \"")
        .contains("did you mean \\\"path_checker\\\"?");
    assertThat(report("").json()).contains("\"findings\": []");
  }

  @Test
  void theStatusTellsWhetherTheFileCanBeUsed() throws IOException {
    assertThat(status("defaults {\nverbosity 2\n}\n")).isZero();
    assertThat(said.toString()).contains("\"findings\": []");
    assertThat(status(MISSPELT)).isZero();
    assertThat(CheckCommand.parse(directory.resolve("missing").toString()).run(said::append))
        .isEqualTo(1);
    assertThat(CheckCommand.parse(directory.toString()).run(said::append)).isEqualTo(1);
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> CheckCommand.parse("a", "b"));
    assertThatIllegalArgumentException().isThrownBy(() -> CheckCommand.parse("--yaml"));
    assertThatIllegalArgumentException().isThrownBy(() -> DraftCommand.parse("--output"));
    assertThatIllegalArgumentException().isThrownBy(() -> DraftCommand.parse("a"));
  }

  private int status(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("multipath.conf"), text);
    return CheckCommand.parse("--json", file.toString()).run(said::append);
  }

  private static CheckReport report(String text) {
    ReadOutcome outcome = ConfigurationReader.read(ConfigurationSources.ofMain("m.conf", text));
    return new CheckReport("m.conf", "", outcome.findings(), 0);
  }
}
