package org.polypath.dm;

import java.util.List;
import java.util.Optional;
import org.polypath.api.path.DeviceNumber;

/**
 * The calls of a device-mapper library, one at a time: all from the {@link DriverThread}. Each is
 * short; none waits for I/O, for a disk or for udev: what does is in {@link WaitingCalls}.
 *
 * <p>Every call throws {@link TaskException} with the system's errno if it is not done.
 */
public interface DeviceMapper extends UdevCookies, AutoCloseable {
  /** Versions of the kernel's driver and of its targets. */
  KernelVersions versions();

  /** All dm devices, ours or not, in the kernel's order. */
  List<ListedDevice> list();

  /** What the kernel says of a device; empty if there is none of this name. */
  Optional<DeviceInfo> info(String name);

  /** What the kernel says of a device; empty if there is none of this UUID. */
  Optional<DeviceInfo> find(String uuid);

  /** The targets of a device's live table with their parameters. */
  List<Target> table(DeviceInfo device);

  /** The targets of a device's live table with their status. */
  List<Target> status(DeviceInfo device);

  /** Makes a device, suspended and without a table. */
  void create(String name, String uuid);

  /** Drops the table that was loaded beside the live one. */
  void clear(DeviceInfo device);

  /**
   * Gives the device of a name another one; this call alone finds it by its name, as the kernel
   * does (Linux {@code drivers/md/dm-ioctl.c}, {@code DM_DEV_RENAME}).
   *
   * @return the device that had the name when the kernel came to it, and so has the new one
   */
  DeviceNumber rename(String name, String newName, UdevNotice notice);

  /** Makes a device's node under {@code /dev/mapper}, or removes it if there is no device. */
  void makeNode(String name);

  @Override
  void close();
}
