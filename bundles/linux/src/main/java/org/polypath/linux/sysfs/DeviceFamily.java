package org.polypath.linux.sysfs;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The kinds of disks that can be paths, told by the kernel's name. What is in no family (device
 * mapper, loop, ram, zram, md, CD-ROM, …) is never a path.
 */
public enum DeviceFamily {
  /** Disks of the SCSI layer: {@code sda}, {@code sdab}. */
  SCSI("sd[a-z]+"),
  /** Namespaces of NVMe controllers, where the kernel does not join their paths by itself. */
  NVME("nvme\\d+n\\d+"),
  /** Channel-attached disks of mainframes. */
  DASD("dasd[a-z]+");

  private final Pattern names;

  DeviceFamily(String names) {
    this.names = Pattern.compile(names);
  }

  /** The family of a whole disk. */
  public static Optional<DeviceFamily> of(String name) {
    return Arrays.stream(values()).filter(family -> family.names.matcher(name).matches()).findAny();
  }
}
