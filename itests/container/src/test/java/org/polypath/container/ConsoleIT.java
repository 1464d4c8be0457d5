package org.polypath.container;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The assembled tree as somebody meets it first: commands from a pipe, on the embedded SAN. */
public class ConsoleIT {
  private static final long PATIENCE_SECONDS = 120;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void theTopologyIsPrintedAndTheProcessEndsWell() throws Exception {
    long start = System.nanoTime();
    Outcome outcome = console("topology\n");
    System.out.printf(
        "topology from a pipe: %.1f s, start and end included%n",
        (System.nanoTime() - start) / 1e9);
    assertEquals(outcome.text(), 0, outcome.status());
    assertEquals("nothing to warn of", "", outcome.warnings());
    assertTrue(
        outcome.text(),
        outcome
            .text()
            .startsWith("mpatha (3600acee0000000000000000000000001) dm-0 ACME,Vault 3000\n"));
    assertEquals(
        24, outcome.text().lines().filter(line -> line.endsWith("active ready running")).count());
  }

  @Test
  public void aCommandThatFailsShowsInTheExitStatus() throws Exception {
    assertEquals(1, console("fail nosuch\n").status());
  }

  private record Outcome(int status, String text, String warnings) {}

  private Outcome console(String commands) throws IOException, InterruptedException {
    Path program = Path.of(System.getProperty("polypath.distribution"), "bin", "polypath");
    File output = folder.newFile();
    File warnings = folder.newFile();
    ProcessBuilder builder =
        new ProcessBuilder(program.toString(), "console", "--san").redirectOutput(output);
    builder.environment().put("XDG_RUNTIME_DIR", folder.newFolder().toString());
    builder.redirectError(warnings);
    Process process = builder.start();
    process.getOutputStream().write(commands.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue("the console did not end", ended);
    return new Outcome(
        process.exitValue(),
        Files.readString(output.toPath()),
        Files.readString(warnings.toPath()));
  }
}
