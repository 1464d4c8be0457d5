package org.polypath.linux.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the kernel tells by {@code /proc/sys}.
 *
 * @param root {@code /proc/sys}, or its like
 */
record SystemValues(Path root) {
  private static final int LONGEST = 64;

  static final SystemValues KERNEL = new SystemValues(Path.of("/proc/sys"));

  /** A number, for instance {@code fs/nr_open}. */
  Optional<Long> number(String name) {
    try (InputStream file = Files.newInputStream(root.resolve(name))) {
      // in one piece: the kernel gives these files to the first read only
      byte[] text = new byte[LONGEST];
      int length = Math.max(0, file.read(text));
      return Optional.of(
          Long.parseLong(new String(text, 0, length, StandardCharsets.US_ASCII).strip()));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
