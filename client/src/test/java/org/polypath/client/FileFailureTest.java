package org.polypath.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.junit.jupiter.api.Test;

class FileFailureTest {
  @Test
  void theReasonIsInWords() {
    assertThat(FileFailure.reason(new AccessDeniedException("/etc/a")))
        .isEqualTo("permission denied");
    assertThat(FileFailure.reason(new NoSuchFileException("a")))
        .isEqualTo("no such file or folder");
    assertThat(FileFailure.reason(new FileSystemException("a", null, "No space left on device")))
        .isEqualTo("No space left on device");
    assertThat(FileFailure.reason(new NotDirectoryException("a")))
        .isEqualTo("NotDirectoryException");
    assertThat(FileFailure.reason(new IOException("Is a directory"))).isEqualTo("Is a directory");
  }
}
