package org.polypath.dm.library;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.polypath.api.path.DeviceNumber;
import org.polypath.dm.KernelVersions.Version;
import org.polypath.dm.ListedDevice;

/** Reads the kernel's chained lists (Linux {@code uapi/linux/dm-ioctl.h}). */
final class NameList {
  private static final int NAME_OFFSET = 12;
  private static final int VERSION_NAME_OFFSET = 16;
  private static final int ALIGNMENT = 8;

  private NameList() {}

  /** {@code struct dm_name_list}: dev, next, name, and after it aligned the event number. */
  static List<ListedDevice> devices(Pointer first) {
    List<ListedDevice> devices = new ArrayList<>();
    Pointer entry = first;
    while (entry.getLong(0) != 0) {
      String name = entry.getString(NAME_OFFSET, "UTF-8");
      long end = entry.indexOf(NAME_OFFSET, (byte) 0) + NAME_OFFSET + 1;
      long eventOffset = (end + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
      long event = Integer.toUnsignedLong(entry.getInt(eventOffset));
      devices.add(new ListedDevice(name, number(entry.getLong(0)), event));
      int next = entry.getInt(8);
      if (next == 0) {
        break;
      }
      entry = entry.share(next);
    }
    return devices;
  }

  /** {@code struct dm_target_versions}: next, three numbers, name. */
  static Map<String, Version> targets(Pointer first) {
    Map<String, Version> targets = new HashMap<>();
    Pointer entry = first;
    int next;
    do {
      next = entry.getInt(0);
      targets.put(
          entry.getString(VERSION_NAME_OFFSET, "UTF-8"),
          new Version(entry.getInt(4), entry.getInt(8), entry.getInt(12)));
      entry = entry.share(next);
    } while (next != 0);
    return targets;
  }

  /** The kernel's {@code huge_encode_dev}: minor's low byte, 12 bits of major, rest of minor. */
  static DeviceNumber number(long dev) {
    return new DeviceNumber(
        (int) (dev >> 8) & 0xfff, (int) ((dev & 0xff) | ((dev >> 12) & 0xfff00)));
  }
}
