package org.polypath.api.path;

import java.util.Optional;

/**
 * A block device's number, written {@code major:minor} as in dm tables and in sysfs {@code dev}.
 *
 * @param major the driver's number, 0 to 4095 (kernel {@code MINORBITS} = 20)
 * @param minor the device's number under its driver, 0 to 1048575
 */
public record DeviceNumber(int major, int minor) implements Comparable<DeviceNumber> {
  /** Checks the bounds. */
  public DeviceNumber {
    if (major < 0 || major > 0xfff || minor < 0 || minor > 0xfffff) {
      throw new IllegalArgumentException("no device number: " + major + ":" + minor);
    }
  }

  /** Reads {@code major:minor}; empty if the text is anything else. */
  public static Optional<DeviceNumber> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      return Optional.empty();
    }
    try {
      int major = Integer.parseInt(text, 0, colon, 10);
      int minor = Integer.parseInt(text, colon + 1, text.length(), 10);
      boolean inBounds = major >= 0 && major <= 0xfff && minor >= 0 && minor <= 0xfffff;
      return inBounds ? Optional.of(new DeviceNumber(major, minor)) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(DeviceNumber other) {
    int byMajor = Integer.compare(major, other.major);
    return byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + ":" + minor;
  }
}
