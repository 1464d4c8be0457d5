package org.polypath.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The process' real standard error. {@code System.err} is not used: Gogo redirects it, and log
 * lines would appear in the answer of whoever types a command.
 */
final class StandardError {
  private static final FileOutputStream STREAM = new FileOutputStream(FileDescriptor.err);
  private static final Path SELF = Path.of("/proc/self/fd/2");

  private StandardError() {}

  /** Writes a line in one piece. A reader that is gone loses it: nothing here depends on it. */
  static void line(String text) {
    try {
      STREAM.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // there is no other place to say so
    }
  }

  /**
   * Whether the journal reads it: {@code JOURNAL_STREAM} names that stream's device and inode
   * (systemd.exec(5)); a process further down may inherit the variable with another stream.
   */
  static boolean isJournal() {
    String announced = System.getenv("JOURNAL_STREAM");
    if (announced == null) {
      return false;
    }
    try {
      return announced.equals(
          Files.getAttribute(SELF, "unix:dev") + ":" + Files.getAttribute(SELF, "unix:ino"));
    } catch (IOException e) {
      return false;
    }
  }
}
