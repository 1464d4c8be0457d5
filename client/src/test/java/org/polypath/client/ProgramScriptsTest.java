package org.polypath.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the programs' scripts make of their words before a JVM runs: here one that tells. */
class ProgramScriptsTest {
  private static final Path BIN = Path.of("../distribution/src/bin").toAbsolutePath().normalize();

  @TempDir private Path java;

  /** How a script ended and what it wrote. */
  private record Answer(int status, String out, String error) {}

  @BeforeEach
  void aJavaThatTellsHowItIsStarted() throws IOException {
    Path program = Files.createDirectories(java.resolve("bin")).resolve("java");
    Files.writeString(
        program,
        """
        #!/bin/bash
        while [[ $1 == -* ]]; do
          [[ $1 != -cp ]] || shift
          shift
        done
        echo "$LC_ALL: $*"
        [[ ! -e /proc/self/fd/3 ]] || echo "refused: $*" >&3
        """);
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "de_DE.ISO-8859-1", "ar_EG.UTF-8"})
  void whatTheUserSpeaksChangesNothing(String language) throws Exception {
    assertThat(run(language, "multipathd", "show", "paths").out())
        .isEqualTo("C.UTF-8: org.polypath.client.Multipathd show paths\n");
  }

  @ParameterizedTest
  @CsvSource({"multipathc, 0", "multipathc 30, 0", "multipathc -h, 1", "multipathc show paths, 1"})
  void aDialogueTakesNoCommand(String line, int status) throws Exception {
    List<String> words = List.of(line.split(" ", -1));
    Answer answer = run("", words.get(0), words.subList(1, words.size()).toArray(String[]::new));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.out())
        .isEqualTo(status == 0 ? "C.UTF-8: org.polypath.client.Multipathd -k\n" : "");
    assertThat(answer.error()).isEqualTo(status == 0 ? "" : "Usage: multipathc [timeout]\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void howADaemonIsStartedAndAskedIsTold(String word) throws Exception {
    Answer answer = run("", "multipathd", word);

    assertThat(answer.out()).startsWith("Usage: multipathd [-d] [-s]");
    assertThat(answer.status()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "console --help, org.polypath.client.Polypath --help",
    "config why --help, org.polypath.client.Polypath config why --help",
    "config check --help, org.polypath.client.configuration.ConfigurationTool check --help",
    "plugin new --help, org.polypath.client.project.ProjectTool --help",
    "rtpg --help, org.polypath.client.path.ReportPortGroups --help"
  })
  void whoIsAskedForHelpKnowsIt(String words, String started) throws Exception {
    assertThat(run("", "polypath", words.split(" ", -1)).out())
        .isEqualTo("C.UTF-8: " + started + "\n");
  }

  @Test
  void aMissingValueIsNotTakenFromTheScriptsOwnWords() throws Exception {
    Answer answer = run("", "multipathd", "-v");

    assertThat(answer.error())
        .isEqualTo("multipathd: refused: org.polypath.launcher.Main daemon --background -v\n");
    assertThat(answer.status()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"multipathd show daemon", "polypath config check x", "mpathconf"})
  void aFolderThatWasRemovedIsLeft(String line) throws Exception {
    Files.writeString(java.resolve("bin/java"), "#!/bin/bash\npwd -P\n");
    Path removed = Files.createDirectory(java.resolve("removed"));
    ProcessBuilder builder =
        new ProcessBuilder(
                "bash", "-c", "cd " + removed + " && rmdir " + removed + " && " + BIN + "/" + line)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("JAVA_HOME", java.toString());

    Process process = builder.start();

    assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
        .isEqualTo("/\n");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void withoutAJavaItIsSaidWhereItIsSeen() throws Exception {
    Files.delete(java.resolve("bin/java"));

    assertThat(run("", "multipathd").error())
        .isEqualTo(
            "multipathd: no Java in %s: set JAVA_HOME to a JDK or JRE, 17 or newer%n"
                .formatted(java));
  }

  private Answer run(String language, String program, String... words)
      throws IOException, InterruptedException {
    List<String> line =
        Stream.concat(Stream.of(BIN.resolve(program).toString()), Stream.of(words))
            .collect(Collectors.toList());
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
    builder.environment().put("LC_ALL", language);
    builder.environment().put("JAVA_HOME", java.toString());
    builder.environment().put("XDG_RUNTIME_DIR", java.toString());
    Process process = builder.start();
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Answer(process.waitFor(), out, error);
  }
}
