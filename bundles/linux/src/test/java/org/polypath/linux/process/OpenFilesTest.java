package org.polypath.linux.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.settings.Limit;

/** Changes the limit of the process that runs the tests, and puts it back. */
class OpenFilesTest {
  private final OpenFiles files = new OpenFiles();
  private long before;

  @BeforeEach
  void remember() throws IOException {
    before = limit();
  }

  @AfterEach
  void putBack() {
    assertThat(files.openFiles(Limit.of((int) before))).isEmpty();
  }

  @Test
  void theLimitIsSetAndCanBeRaisedAgain() throws IOException {
    assertThat(files.openFiles(Limit.of(500))).isEmpty();
    assertThat(limit()).isEqualTo(500);
    assertThat(files.openFiles(Limit.of(600))).isEmpty();
    assertThat(limit()).isEqualTo(600);
  }

  @Test
  void unlimitedIsWhatTheSystemGivesAtMost(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("fs"));
    Files.writeString(folder.resolve("fs/nr_open"), "700\n");
    assertThat(new OpenFiles(new SystemValues(folder)).openFiles(Limit.UNLIMITED)).isEmpty();
    assertThat(limit()).isEqualTo(700);
  }

  @Test
  void theSystemsOwnNumbersAreReadInWhole() throws IOException {
    assertThat(SystemValues.KERNEL.number("fs/nr_open"))
        .hasValueSatisfying(most -> assertThat(most).isGreaterThanOrEqualTo(1024));
  }

  @Test
  void soFewThatTheDaemonCannotLiveAreRefused() throws IOException {
    assertThat(files.openFiles(Limit.of(1))).singleElement().asString().contains("too few");
    assertThat(limit()).isEqualTo(before);
  }

  @Test
  void whatIsNotConfiguredIsNotChanged() throws IOException {
    assertThat(files.openFiles(Limit.UNSET)).isEmpty();
    assertThat(limit()).isEqualTo(before);
  }

  private static long limit() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/limits")).stream()
        .filter(line -> line.startsWith("Max open files"))
        .map(line -> Long.parseLong(line.split(" {2,}", -1)[1]))
        .findFirst()
        .orElseThrow();
  }
}
