package org.polypath.launcher;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleActivator;

/** The daemon as a process of its own, with next to nothing in its container. */
class DaemonProcessTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void shipOneBundle() throws IOException {
    ship("org.acme.empty", "java.lang");
  }

  @AfterEach
  void killWhatIsLeft() {
    started.forEach(Process::destroyForcibly);
  }

  private void ship(String name, String imports) throws IOException {
    Path bundles = Files.createDirectories(folder.resolve("home/bundle"));
    try (OutputStream file = Files.newOutputStream(bundles.resolve(name + ".jar"))) {
      new JarOutputStream(file, manifest(name, imports)).close();
    }
  }

  private static Manifest manifest(String name, String imports) {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", name);
    headers.putValue("Import-Package", imports);
    return manifest;
  }

  private void ship(Class<? extends BundleActivator> activator) throws IOException {
    Manifest manifest = manifest("org.acme.active", "org.osgi.framework");
    manifest.getMainAttributes().putValue("Bundle-Activator", activator.getName());
    String entry = activator.getName().replace('.', '/') + ".class";
    Path jar = folder.resolve("home/bundle/org.acme.active.jar");
    try (JarOutputStream file = new JarOutputStream(Files.newOutputStream(jar), manifest);
        InputStream code = activator.getResourceAsStream("/" + entry)) {
      file.putNextEntry(new ZipEntry(entry));
      code.transferTo(file);
    }
  }

  private Path log(int number) {
    return folder.resolve("log-" + number);
  }

  private Process daemon() throws IOException {
    return daemon(log(started.size()));
  }

  private Process daemon(Path output) throws IOException {
    Process process =
        // the JVM leaves a hang-up alone that whoever began these tests has ignored
        new ProcessBuilder(
                "env",
                "--default-signal=HUP",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                // as lib/java.sh does: from JDK 24 on the JVM itself warns when Felix starts
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dpolypath.home=" + folder.resolve("home"),
                "-Dpolypath.run=" + folder.resolve("run"),
                "-cp",
                System.getProperty("java.class.path"),
                "org.polypath.launcher.Main",
                "daemon",
                "-d",
                "-s",
                "--san")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    started.add(process);
    return process;
  }

  private Process runningDaemon() throws IOException {
    Path log = log(started.size());
    Process process = daemon();
    await().atMost(LIMIT).until(() -> Files.readString(log).contains("container started"));
    return process;
  }

  private static void awaitEnd(Process process) throws InterruptedException {
    assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aSignalStopsItWithSuccessAndNothingIsLeftBehind() throws Exception {
    Process daemon = runningDaemon();
    Path pidFile = folder.resolve("run/multipathd.pid");
    assertThat(pidFile).hasContent(daemon.pid() + "\n");

    daemon.destroy();
    awaitEnd(daemon);

    assertThat(daemon.exitValue()).isZero();
    assertThat(pidFile).doesNotExist();
    assertThat(folder.resolve("run")).isEmptyDirectory();
  }

  @Test
  void aBundleThatEndsTheProcessIsNamedAndTheServiceManagerStartsItAgain() throws Exception {
    ship(ExitingActivator.class);
    Process daemon = daemon();
    awaitEnd(daemon);

    assertThat(daemon.exitValue()).as("no success: Restart=on-failure").isEqualTo(1);
    assertThat(log(0)).content().contains("System.exit", "ExitingActivator", "acme-watchdog");
    assertThat(folder.resolve("run")).isEmptyDirectory();
  }

  @Test
  void whatIsLoggedOnTheWayDownIsWritten() throws Exception {
    ship(LoggingActivator.class);
    Process daemon = runningDaemon();
    daemon.destroy();
    awaitEnd(daemon);

    assertThat(log(0))
        .content()
        .contains("error: started")
        .contains("SIGTERM")
        .contains("error: stopped");
  }

  @Test
  void aHangupDoesNotStopIt() throws Exception {
    Process daemon = runningDaemon();

    new ProcessBuilder("kill", "-HUP", Long.toString(daemon.pid())).start().waitFor();
    await().atMost(LIMIT).until(() -> Files.readString(log(0)).contains("SIGHUP"));

    assertThat(daemon.isAlive()).isTrue();
    assertThat(folder.resolve("run/multipathd.pid")).hasContent(daemon.pid() + "\n");
    daemon.destroy();
    awaitEnd(daemon);
    assertThat(daemon.exitValue()).isZero();
  }

  @Test
  void aReaderOfItsLogThatStandsStillNeitherHoldsItUpNorItsOrderlyEnd() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    try (FileChannel reader = FileChannel.open(pipe, READ, WRITE)) {
      assertThat(reader.isOpen()).isTrue();
      fill(pipe);
      ship(LoggingActivator.class);
      Process daemon = daemon(pipe);
      Path done = folder.resolve("home").resolve(LoggingActivator.DONE);
      await().atMost(LIMIT).until(() -> Files.exists(done));
      daemon.destroy();
      awaitEnd(daemon);

      assertThat(daemon.exitValue()).isZero();
      assertThat(folder.resolve("run")).isEmptyDirectory();
    }
  }

  /** Writes, without waiting, until the pipe takes no more. */
  private static void fill(Path pipe) throws Exception {
    Process writer =
        new ProcessBuilder("dd", "if=/dev/zero", "of=" + pipe, "bs=4096", "oflag=nonblock")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    awaitEnd(writer);
  }

  @Test
  void theProcessIsFoundByTheNameMultipathd() throws IOException {
    Process daemon = runningDaemon();

    assertThat(Path.of("/proc/" + daemon.pid() + "/comm")).hasContent("multipathd\n");
  }

  @Test
  void aSecondOneNamesTheFirstAndLeavesItAlone() throws Exception {
    Process first = runningDaemon();
    Process second = daemon();
    awaitEnd(second);

    assertThat(second.exitValue()).isEqualTo(1);
    assertThat(log(1))
        .hasContent("polypath: a second daemon is already running, pid " + first.pid() + "\n");
    assertThat(first.isAlive()).isTrue();
  }

  @Test
  void aKilledOneIsNoObstacleForTheNext() throws Exception {
    Process first = runningDaemon();
    first.destroyForcibly();
    awaitEnd(first);
    Process next = runningDaemon();

    assertThat(folder.resolve("run/multipathd.pid")).hasContent(next.pid() + "\n");
    assertThat(folder.resolve("run/container-" + first.pid())).doesNotExist();
  }

  @Test
  void aBundleThatCannotResolveIsNamedWithTheReason() throws IOException {
    ship("org.acme.needy", "org.acme.absent");
    runningDaemon();

    assertThat(log(0)).content().contains("org.acme.needy").contains("org.acme.absent");
    assertThat(log(0)).content().contains("bundles: 1 of 2");
  }
}
