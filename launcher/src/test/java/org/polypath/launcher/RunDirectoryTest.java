package org.polypath.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
  /** No process has it: above the kernel's largest pid (2^22, proc(5)). */
  private static final long NOBODY = 1L << 23;

  @TempDir Path folder;

  @Test
  void itIsMadeForItsOwnerOnly() throws Exception {
    Path run = folder.resolve("a/b");
    RunDirectory.prepare(run);

    assertThat(Files.getPosixFilePermissions(run))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aFolderThatOthersCanWriteIsRefused() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThatThrownBy(() -> RunDirectory.prepare(folder))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("somebody else can write");
  }

  @Test
  void whatIsNoFolderIsRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> RunDirectory.prepare(file))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void theStorageOfKilledProcessesIsRemovedThatOfLivingOnesIsNot() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    Path dead = Files.createDirectories(folder.resolve("container-" + NOBODY + "/bundle0"));
    long self = ProcessHandle.current().pid();
    Path living = Files.createDirectories(folder.resolve("container-" + self));

    assertThat(RunDirectory.prepare(folder).storage(NOBODY + 1))
        .isEqualTo(folder.resolve("container-" + (NOBODY + 1)));
    assertThat(dead.getParent()).doesNotExist();
    assertThat(living).exists();
  }
}
