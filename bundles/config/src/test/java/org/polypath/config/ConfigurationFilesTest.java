package org.polypath.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Finding;

class ConfigurationFilesTest {
  @TempDir private Path directory;

  private ReadOutcome read() {
    return new ConfigurationFiles(directory.resolve("multipath.conf"), directory.resolve("conf.d"))
        .read(List.of(), false);
  }

  @Test
  void missingFilesAreNoFault() {
    ResolvedConfiguration configuration = Configurations.accepted(read());

    assertThat(configuration.findings()).isEmpty();
    assertThat(configuration.print()).isEqualTo(Configurations.of("").print());
  }

  @Test
  void dropInsAreReadInAlphabeticalOrder() throws IOException {
    Path dropIns = Files.createDirectory(directory.resolve("conf.d"));
    Files.writeString(directory.resolve("multipath.conf"), "defaults {\nverbosity 0\n}\n");
    Files.writeString(dropIns.resolve("b.conf"), "defaults {\nverbosity 3\n}\n");
    Files.writeString(dropIns.resolve("a.conf"), "defaults {\nverbosity 1\n}\n");
    Files.writeString(dropIns.resolve("c.conf.old"), "defaults {\nverbosity 4\n}\n");

    ResolvedConfiguration configuration = Configurations.accepted(read());

    assertThat(configuration.daemon().verbosity().value()).isEqualTo(3);
    assertThat(configuration.daemon().verbosity().origin().place())
        .isEqualTo(dropIns.resolve("b.conf") + ":2");
  }

  @Test
  void aMainFileThatCannotBeReadIsRefused() throws IOException {
    Files.createDirectory(directory.resolve("multipath.conf"));

    String message = read().fold(accepted -> "accepted", ReadOutcome.Refused::message);

    assertThat(message)
        .isEqualTo(
            directory.resolve("multipath.conf")
                + ": cannot be read: Is a directory; make it readable or remove it");
  }

  @Test
  void aDropInThatCannotBeReadIsLeftOut() throws IOException {
    Path unreadable = directory.resolve("conf.d/a.conf");
    Files.createDirectories(unreadable);

    ResolvedConfiguration configuration = Configurations.accepted(read());

    assertThat(configuration.findings())
        .extracting(Finding::file)
        .containsExactly(unreadable.toString());
  }

  @Test
  void aFileInAnOldEncodingIsReadAllTheSame() throws IOException {
    Files.write(
        directory.resolve("multipath.conf"),
        "# gr\u00fcn\nmultipaths {\nmultipath {\nwwid 36\nalias \"gr\u00fcn\"\n}\n}\n"
            .getBytes(StandardCharsets.ISO_8859_1));

    assertThat(
            Configurations.accepted(read())
                .map(new Wwid("36"), List.of())
                .alias()
                .orElseThrow()
                .value())
        .isEqualTo("gr\u00fcn");
  }

  @Test
  void whetherTheKernelJoinsNvmePathsIsReadOffItsParameter(@TempDir Path sys) throws IOException {
    Path parameter = sys.resolve("multipath");
    assertThat(ConfigurationFiles.isNvmeJoined(parameter)).as("no NVMe").isFalse();
    Files.writeString(parameter, "N\n");
    assertThat(ConfigurationFiles.isNvmeJoined(parameter)).isFalse();
    Files.writeString(parameter, "Y\n");
    assertThat(ConfigurationFiles.isNvmeJoined(parameter)).isTrue();
  }
}
