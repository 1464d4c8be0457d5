package org.polypath.linux.device;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.polypath.api.path.DeviceNumber;

/**
 * Where a disk can be opened: {@code /dev/NAME} if that has the right number, else udev's link by
 * number.
 *
 * @param directory {@code /dev}
 * @param name the kernel's name
 * @param number the device number
 */
record DeviceNode(Path directory, String name, DeviceNumber number) {
  /** The file to open. It may not exist: opening then says so. */
  String file() {
    Path byName = directory.resolve(name);
    Path byNumber = directory.resolve("block").resolve(number.toString());
    return (leadsToDisk(byName) || !Files.exists(byNumber) ? byName : byNumber).toString();
  }

  private boolean leadsToDisk(Path file) {
    try {
      return Files.getAttribute(file, "unix:rdev") instanceof Number encoded
          && number.equals(decode(encoded.longValue()));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false;
    }
  }

  /** The C library's encoding of {@code dev_t}. */
  private static DeviceNumber decode(long encoded) {
    int major = (int) ((encoded >> 8) & 0xfff);
    int minor = (int) ((encoded & 0xff) | ((encoded >> 12) & 0xfff00));
    return new DeviceNumber(major, minor);
  }
}
