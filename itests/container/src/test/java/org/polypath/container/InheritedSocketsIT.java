package org.polypath.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/**
 * The assembled daemon, started by systemd's own program for socket units when the first client
 * comes: it serves on both sockets that it inherits, the first client too.
 */
public class InheritedSocketsIT {
  private static final Path ACTIVATOR = Path.of("/usr/bin/systemd-socket-activate");
  private static final Path PROGRAM =
      Path.of(System.getProperty("polypath.distribution"), "bin", "multipathd");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final String abstractAddress = "@/org/polypath/" + UUID.randomUUID();
  private Path path;
  private Path log;
  private Process activator;

  @Before
  public void listen() throws IOException, InterruptedException {
    assumeTrue("needs " + ACTIVATOR + " (package systemd)", Files.isExecutable(ACTIVATOR));
    path = folder.getRoot().toPath().resolve("socket");
    log = folder.newFile().toPath();
    ProcessBuilder builder =
        new ProcessBuilder(
            ACTIVATOR.toString(),
            "--listen=" + path,
            "--listen=" + abstractAddress,
            "--setenv=XDG_RUNTIME_DIR",
            "--setenv=POLYPATH_JAVA_OPTIONS",
            PROGRAM.toString(),
            "-ds");
    builder.environment().put("XDG_RUNTIME_DIR", folder.newFolder().toString());
    builder
        .environment()
        .put(
            "POLYPATH_JAVA_OPTIONS",
            "-Dpolypath.source=simulator -Dpolypath.sockets=" + path + "," + abstractAddress);
    activator = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    await("systemd does not listen", () -> Files.exists(path));
  }

  @After
  public void end() throws InterruptedException {
    if (activator != null) {
      activator.destroy();
      assertTrue("the daemon did not end", activator.waitFor(120, TimeUnit.SECONDS));
    }
  }

  @Test
  public void clientsOfBothAreServedByTheDaemonThatTheFirstOneStarted() throws Exception {
    // systemd's program becomes the daemon, so that the process stays the same
    String idle = "pid " + activator.pid() + " idle\n";
    await("no answer on " + path, () -> idle.equals(ask(path.toString())));
    await("no answer on " + abstractAddress, () -> idle.equals(ask(abstractAddress)));
    assertEquals(
        List.of(
            "info: listening: address: " + path, "info: listening: address: " + abstractAddress),
        lines("info: listening: "));
    assertTrue("the socket is systemd's and stays", Files.exists(path));
  }

  private List<String> lines(String beginning) throws IOException {
    return Files.readAllLines(log).stream().filter(line -> line.startsWith(beginning)).toList();
  }

  private static String ask(String address) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(PROGRAM.toString(), "show", "daemon");
    builder.environment().put("MULTIPATH_SOCKET_NAME", address);
    Process client = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String answer = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    client.waitFor();
    return answer;
  }

  private interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  private void await(String otherwise, Condition condition)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.holds()) {
      assertTrue(otherwise + "; " + Files.readString(log), System.nanoTime() < end);
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }
}
