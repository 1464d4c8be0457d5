package org.polypath.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this process is, as the kernel and the class path say. */
final class ProcessFacts {
  private static final Path SELF = Path.of("/proc/self");

  private ProcessFacts() {}

  /** The user id that the process runs as. */
  static long user() {
    try {
      return ((Integer) Files.getAttribute(SELF, "unix:uid")).longValue();
    } catch (IOException e) {
      throw new UncheckedIOException("/proc is not mounted: mount it", e);
    }
  }

  /** The distribution's folder: the one above the folder that this class's jar is in. */
  static Path home() {
    String given = System.getProperty(PropertyNames.HOME, "");
    if (!given.isEmpty()) {
      return Path.of(given);
    }
    try {
      Path jar =
          Path.of(ProcessFacts.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return jar.toAbsolutePath().resolve("../..").normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the launcher's jar is at no path", e);
    }
  }

  /**
   * Names the process: {@code pgrep}, {@code pidof} and {@code killall} find it by this. A write to
   * {@code comm} of the process itself renames its first thread (proc(5)).
   */
  static void rename(String name) throws IOException {
    Files.writeString(SELF.resolve("comm"), name);
  }
}
