package org.polypath.linux.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the kernel tells by {@code /proc/sys}.
 *
 * @param root {@code /proc/sys}, or its like
 */
record SystemValues(Path root) {
  static final SystemValues KERNEL = new SystemValues(Path.of("/proc/sys"));

  /** A number, for instance {@code fs/nr_open}. */
  Optional<Long> number(String name) {
    try {
      return Optional.of(Long.parseLong(Files.readString(root.resolve(name)).strip()));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
