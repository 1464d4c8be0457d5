package org.polypath.daemon.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.polypath.api.path.Wwid;
import org.polypath.core.event.HeldPath;

class HeldPathFilesTest {
  private static final HeldPath SDA =
      new HeldPath("sda", new Wwid("3600a"), 1_700_000_000_000L, true);
  private static final HeldPath SDB = new HeldPath("sdb", new Wwid("3600b"), 5, false);

  @TempDir private Path directory;

  @Test
  void whatOneDaemonKeptTheNextOneFinds() {
    HeldPathFiles files = files();
    assertThat(files.all()).isEmpty();
    files.keep(SDB);
    files.keep(new HeldPath("sda", new Wwid("3600a"), 1, false));
    files.keep(SDA);
    assertThat(files().all()).containsExactlyInAnyOrder(SDA, SDB);
    files.release("sda");
    files.release("sdc");
    assertThat(files().all()).containsExactly(SDB);
  }

  @Test
  void aFileCutOffAnywhereHoldsNoPathBackWrongly() throws IOException {
    files().keep(SDA);
    Path file = directory.resolve("held_paths/sda");
    String whole = Files.readString(file);
    for (int length = 0; length < whole.indexOf("3600a"); length++) {
      Files.writeString(file, whole.substring(0, length));
      assertThat(files().all()).as("cut off after %d characters", length).isEmpty();
    }
    Files.writeString(file, whole);
    assertThat(files().all()).containsExactly(SDA);
  }

  @Test
  void aDraftThatWasNotFinishedCountsForNothing() throws IOException {
    files().keep(SDB);
    Files.copy(directory.resolve("held_paths/sdb"), directory.resolve("held_paths/sda.new"));
    assertThat(files().all()).containsExactly(SDB);
  }

  private HeldPathFiles files() {
    return new HeldPathFiles(directory);
  }
}
