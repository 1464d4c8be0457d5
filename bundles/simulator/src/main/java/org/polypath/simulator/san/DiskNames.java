package org.polypath.simulator.san;

import org.polypath.api.path.DeviceNumber;

/** The kernel's names and numbers of SCSI disks. */
final class DiskNames {
  private static final int LETTERS = 26;
  private static final int DISKS_OF_A_MAJOR = 16;
  private static final int MAJORS = 16;

  private DiskNames() {}

  /** The name of the n-th disk: sda … sdz, sdaa …, sdaaa …, as the kernel counts. */
  static String name(int index) {
    StringBuilder letters = new StringBuilder();
    for (int rest = index; rest >= 0; rest = rest / LETTERS - 1) {
      letters.insert(0, (char) ('a' + rest % LETTERS));
    }
    return "sd" + letters;
  }

  /**
   * The number of the n-th disk (kernel Documentation/admin-guide/devices.txt): majors 8, 65 to 71,
   * 128 to 135, each with 16 disks of 16 minors; then the same majors again with higher minors.
   */
  static DeviceNumber number(int index) {
    int slot = index / DISKS_OF_A_MAJOR % MAJORS;
    int round = index / (DISKS_OF_A_MAJOR * MAJORS);
    int major = slot == 0 ? 8 : slot < 8 ? 64 + slot : 120 + slot;
    return new DeviceNumber(major, round * 256 + index % DISKS_OF_A_MAJOR * 16);
  }
}
