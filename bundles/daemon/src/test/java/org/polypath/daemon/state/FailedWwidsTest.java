package org.polypath.daemon.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.path.Wwid;

class FailedWwidsTest {
  private static final Wwid DISK = new Wwid("3600a");

  @TempDir private Path directory;

  @Test
  void aFailureLeavesAnEmptyFileThatASuccessRemoves() {
    FailedWwids failed = new FailedWwids(directory.resolve("run"));
    Path marker = directory.resolve("run/failed_wwids/3600a");

    failed.note(DISK, true);
    assertThat(marker).doesNotExist();
    failed.note(DISK, false);
    failed.note(DISK, false);
    assertThat(marker).isEmptyFile();
    failed.note(DISK, true);
    assertThat(marker).doesNotExist();
  }

  @Test
  void aWwidNeverNamesAFileElsewhere() throws IOException {
    Path other = Files.createFile(directory.resolve("other"));
    FailedWwids failed = new FailedWwids(directory);

    failed.note(new Wwid("../other"), true);
    failed.note(new Wwid("../new"), false);
    failed.note(new Wwid(".."), true);

    assertThat(other).exists();
    assertThat(directory.resolve("new")).doesNotExist();
  }
}
