package org.polypath.client.path;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.polypath.client.FileFailure;
import org.polypath.client.path.PathProgramException.Failure;

/**
 * Finds the disk that a command line means: a path, a name in the folder of devices, or {@code
 * major:minor}.
 *
 * @param sysfs {@code /sys}, or its like
 * @param folder where names are looked for
 */
record DeviceArgument(Path sysfs, Path folder) {
  private static final int MINOR_HIGH_SHIFT = 12;

  /**
   * The kernel's name of the disk.
   *
   * @throws PathProgramException if there is none
   */
  String kernelName(String argument) throws PathProgramException {
    String number = argument.matches("[0-9]+:[0-9]+") ? argument : number(folder.resolve(argument));
    try {
      return sysfs.resolve("dev/block").resolve(number).toRealPath().getFileName().toString();
    } catch (IOException e) {
      throw notOpened(argument, "no block device has the number " + number);
    }
  }

  private static String number(Path node) throws PathProgramException {
    try {
      long device = ((Number) Files.getAttribute(node, "unix:rdev")).longValue();
      return numberText(device);
    } catch (IOException e) {
      throw notOpened(node.toString(), FileFailure.reason(e));
    }
  }

  /** Linux' {@code makedev}(3): 12 bits of major above 8 of minor, the rest of minor above. */
  static String numberText(long device) {
    long major = (device >> 8 & 0xfff) | (device >> 32 & ~0xfffL);
    long minor = (device & 0xff) | (device >> MINOR_HIGH_SHIFT & ~0xffL);
    return major + ":" + (minor & 0xffffffffL);
  }

  private static PathProgramException notOpened(String device, String why) {
    return new PathProgramException(Failure.NOT_OPENED, "could not open " + device + ": " + why);
  }
}
