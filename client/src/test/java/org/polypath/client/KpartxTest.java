package org.polypath.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What kpartx does where there is no device-mapper; the lab has the rest. */
class KpartxTest {
  private static final Path PROGRAM =
      Path.of("../distribution/src/bin/kpartx").toAbsolutePath().normalize();

  @TempDir private Path folder;
  private Path disk;

  @BeforeEach
  void aFileWithTwoPartitions() throws Exception {
    disk = folder.resolve("disk");
    try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
      file.setLength(20 << 20);
    }
    assumeThat(run("losetup", "--find")).as("only root has loop devices").startsWith("/dev/loop");
    run("bash", "-c", "printf 'label: dos\\n,5M\\n,5M\\n' | /sbin/sfdisk -q " + disk);
    Path failing = folder.resolve("dmsetup");
    Files.writeString(failing, "#!/bin/sh\nexit 1\n");
    assertThat(failing.toFile().setExecutable(true)).isTrue();
  }

  @Test
  void whatATableHoldsIsTold() throws Exception {
    assertThat(run(PROGRAM.toString(), "-l", disk.toString()).lines())
        .hasSize(2)
        .allMatch(line -> line.matches("loop\\d+p[12] : 0 10240 /dev/loop\\d+ (2048|12288)"));
  }

  private String run(String... words) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(List.of(words)).redirectErrorStream(true);
    builder.environment().put("PATH", folder + ":/usr/sbin:/usr/bin:/sbin:/bin");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
