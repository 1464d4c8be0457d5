package org.polypath.client.mpathconf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MpathconfTest {
  private static final String SEPARATOR = "==== (before|after)\n";

  @TempDir private Path directory;

  /** The files of options, configuration before and configuration after. */
  static Stream<Path> cases() throws IOException, URISyntaxException {
    List<Path> files;
    try (Stream<Path> found =
        Files.list(Path.of(MpathconfTest.class.getResource("/mpathconf").toURI()))) {
      files = found.sorted().toList();
    }
    assertThat(files).isNotEmpty();
    return files.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void changesWhatItWasAskedToAndNothingElse(Path test) throws IOException {
    String[] parts = Files.readString(test).split(SEPARATOR, -1);
    ConfigurationText text = ConfigurationText.of(parts[1].isEmpty() ? Change.TEMPLATE : parts[1]);
    MpathconfOptions.parse(device -> device, words(parts[0])).change().apply(text);

    assertThat(text.text()).isEqualTo(parts[2]);
  }

  /** Without the condition of its own that {@code --allow} has. */
  private static String[] words(String line) {
    String options = line.strip();
    return (options.contains("--allow") ? options + " --outfile x" : options).split(" ");
  }

  @Test
  void theHostsFileIsReplacedAtOnceAndKeepsItsPermissions() throws IOException {
    Path file = Files.writeString(directory.resolve("multipath.conf"), "defaults {\n}\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    mpathconf(file).run("--user_friendly_names", "y");

    assertThat(file).hasContent("defaults {\n\tuser_friendly_names yes\n}\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void anotherFileIsMadeOutOfTheHosts() throws IOException {
    Path file = Files.writeString(directory.resolve("multipath.conf"), "# mine\n");
    Path other = directory.resolve("other.conf");

    mpathconf(file).run("--disable", "--outfile", other.toString());

    assertThat(file).hasContent("# mine\n");
    assertThat(other).hasContent("# mine\nblacklist {\n\tdevnode \".*\"\n}\n");
  }

  @Test
  void aHostWithoutAFileIsToldHowToMakeOne() {
    assertThatIOException()
        .isThrownBy(() -> mpathconf(directory.resolve("none")).run("--user_friendly_names", "y"))
        .withMessageContaining("mpathconf --enable");
  }

  @Test
  void theStatusIsReadOffTheFile() {
    ConfigurationText text =
        ConfigurationText.of(
            """
            defaults {
              find_multipaths smart
              user_friendly_names yes
            }
            blacklist {
              devnode ".*"
            }
            """);

    assertThat(Status.of(java.util.Optional.of(text), true, false))
        .isEqualTo(
            """
            multipath is disabled
            find_multipaths is smart
            user_friendly_names is enabled
            recheck_wwid is disabled
            default property blacklist is disabled
            enable_foreign is not set
            dm_multipath module is loaded
            multipathd is not running
            """);
    assertThat(Status.of(java.util.Optional.empty(), false, false))
        .startsWith("multipath is disabled\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void howItIsUsedIsTold(String option) throws IOException {
    assertThat(mpathconf(Path.of("/nonexistent")).run(option)).startsWith("Usage: mpathconf ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--enable --disable",
        "--allow 333",
        "--user_friendly_names perhaps",
        "--find_multipaths perhaps",
        "--option name",
        "--nonsense",
        "word"
      })
  void whatMakesNoSenseIsRefused(String line) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MpathconfOptions.parse(device -> device, line.split(" ")));
  }

  @Test
  void whyAFileCannotBeWrittenIsSaid(@TempDir Path directory) {
    Path file = directory.resolve("nosuch/multipath.conf");
    assertThatIOException()
        .isThrownBy(() -> mpathconf(file).run("--enable"))
        .withMessage(file + " cannot be written: no such file or folder");
  }

  private static Mpathconf mpathconf(Path file) {
    return new Mpathconf(file, new FakeHost());
  }
}
