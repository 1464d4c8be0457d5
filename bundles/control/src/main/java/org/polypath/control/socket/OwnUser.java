package org.polypath.control.socket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The user that this process runs as. */
final class OwnUser {
  /** His id. */
  static final int ID = id();

  private OwnUser() {}

  private static int id() {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot find out who runs this process: /proc/self", e);
    }
  }
}
