package org.polypath.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs as processes, as scripts use them: what they write where, and how they end. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ClientProgramsTest {
  private static final File FULL = new File("/dev/full");

  @TempDir private Path folder;

  private final List<FakeDaemon> daemons = new ArrayList<>();

  @BeforeEach
  void listen() throws IOException {
    daemons.add(new FakeDaemon(folder.resolve("s"), request -> "pid 7 idle\n"));
    daemons.add(
        new FakeDaemon(
            folder.resolve("shell.socket"),
            line -> line.startsWith("fail") ? "exit 1\nno: " + line + "\n" : "exit 0\nmpatha\n"));
  }

  @AfterEach
  void close() throws IOException {
    for (FakeDaemon daemon : daemons) {
      daemon.close();
    }
  }

  /** How a program ended and what it wrote. */
  private record End(int status, String out, String error) {}

  @ParameterizedTest
  @CsvSource({"Multipathd, show daemon", "Polypath, topology", "Polypath, status"})
  void halfAnAnswerIsNoSuccess(String program, String words) throws Exception {
    ProcessBuilder builder = program(program, words.split(" ", -1)).redirectOutput(FULL);

    End end = end(builder.start());

    assertThat(end.status()).isEqualTo(1);
    assertThat(end.error())
        .isEqualTo("standard output cannot be written: No space left on device\n");
  }

  @Test
  void whoseReaderIsGoneEndsInSilence() throws Exception {
    Path out = folder.resolve("reader-is-gone");
    new ProcessBuilder("mkfifo", out.toString()).start().waitFor();
    String java = String.join(" ", program("Polypath", "watch", "--json").command());
    String script = "exec 3<>%1$s 4>%1$s 3<&-; exec %2$s >&4 4>&-".formatted(out, java);
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", script);
    builder.environment().putAll(program("Polypath").environment());

    End end = end(builder.start());

    assertThat(end.status()).isEqualTo(141);
    assertThat(end.error()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "plugin --help", "explain -h", "topology mpatha --help"})
  void howItIsUsedIsToldWithoutADaemon(String words) throws Exception {
    close();

    assertThat(run("Polypath", words.split(" ", -1))).isEqualTo(new End(0, Usage.TEXT, ""));
  }

  @Test
  void helpIsTheUsageWhereNoDaemonKnowsMore() throws Exception {
    Files.delete(folder.resolve("shell.socket"));

    assertThat(run("Polypath", "help")).isEqualTo(new End(0, Usage.TEXT, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "--jsn, no such option: --jsn",
    "status --jsn, no such option: --jsn",
    "status now, 'usage: polypath status|watch [--json], or polypath topology --json'",
    "explain, usage: polypath explain [--json] PATH|MAP",
    "explain sda sdb, usage: polypath explain [--json] PATH|MAP"
  })
  void whatMakesNoSenseIsToldOnStandardError(String words, String message) throws Exception {
    End end = run("Polypath", words.split(" ", -1));

    assertThat(end.status()).isEqualTo(1);
    assertThat(end.out()).isEmpty();
    assertThat(end.error()).startsWith("polypath: " + message + "\n");
  }

  @Test
  void everyWordGetsToTheShellAsItWas() throws Exception {
    assertThat(run("Polypath", "fail", "it's", "a b", "$x", ""))
        .isEqualTo(new End(1, "", "no: fail it\\'s a\\ b \\$x ''\n"));
    assertThat(run("Polypath", "fail", "a\nb").error())
        .isEqualTo("polypath: a line break is in a\nb\n");
  }

  @Test
  void aJarMayBeNamedFromWhereOneIs() throws Exception {
    daemons.get(1).close();
    Files.delete(folder.resolve("shell.socket"));
    daemons.add(new FakeDaemon(folder.resolve("shell.socket"), line -> "exit 0\n" + line + "\n"));
    Path here = Path.of("").toAbsolutePath();

    assertThat(run("Polypath", "plugin", "install", "target/a.jar").out())
        .isEqualTo("plugin install " + here + "/target/a.jar\n");
    assertThat(run("Polypath", "plugin", "update", "--accept", "/x/../a.jar").out())
        .isEqualTo("plugin update --accept /a.jar\n");
    assertThat(run("Polypath", "plugin", "accept", "a.jar").out())
        .isEqualTo("plugin accept a.jar\n");
  }

  private End run(String program, String... words) throws IOException, InterruptedException {
    return end(program(program, words).start());
  }

  private static End end(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new End(process.waitFor(), out, error);
  }

  private ProcessBuilder program(String program, String... words) {
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dpolypath.run=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                "org.polypath.client." + program));
    line.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("MULTIPATH_SOCKET_NAME", folder.resolve("s").toString());
    return builder;
  }
}
