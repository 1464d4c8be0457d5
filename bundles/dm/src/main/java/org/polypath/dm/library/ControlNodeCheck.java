package org.polypath.dm.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.polypath.api.map.MapDriverException;

/** Finds out why the control node cannot be used, before the library is asked. */
final class ControlNodeCheck {
  private static final String MISC_NAME = "device-mapper";

  private final Path root;

  ControlNodeCheck(Path root) {
    this.root = root;
  }

  /**
   * Passes if the node can be used, or the library can make it.
   *
   * @throws MapDriverException if not, with what to do
   */
  void check() {
    Path node = root.resolve(ControlRequest.NODE.substring(1));
    if (!Files.exists(node)) {
      throw new MapDriverException(
          kernelHasDeviceMapper()
              ? node
                  + " is missing although the kernel has device-mapper: run `dmsetup mknodes` as root"
              : node
                  + " is missing, the kernel has no device-mapper: run `modprobe dm-multipath` as root");
    }
    if (!Files.isReadable(node) || !Files.isWritable(node)) {
      throw new MapDriverException("no permission for " + node + ": run as root");
    }
  }

  private boolean kernelHasDeviceMapper() {
    try {
      return Files.readString(root.resolve("proc/misc"))
          .lines()
          .anyMatch(line -> line.strip().endsWith(" " + MISC_NAME));
    } catch (IOException e) {
      return false;
    }
  }
}
