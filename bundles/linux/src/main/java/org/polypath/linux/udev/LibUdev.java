package org.polypath.linux.udev;

import com.sun.jna.Library;
import com.sun.jna.Pointer;

/**
 * The functions of libudev that are called, as its manual pages describe them ({@code man 3
 * libudev}). Public because JNA makes a proxy of it. Objects are pointers; null means failure or
 * end of a list.
 */
public interface LibUdev extends Library {
  /** Creates a context. */
  Pointer udev_new();

  /** Gives a context back. */
  Pointer udev_unref(Pointer udev);

  /** Creates an enumeration. */
  Pointer udev_enumerate_new(Pointer udev);

  /** Gives an enumeration back. */
  Pointer udev_enumerate_unref(Pointer enumeration);

  /** Looks only at devices of a subsystem. */
  int udev_enumerate_add_match_subsystem(Pointer enumeration, String subsystem);

  /** Looks. */
  int udev_enumerate_scan_devices(Pointer enumeration);

  /** First of the sysfs paths found. */
  Pointer udev_enumerate_get_list_entry(Pointer enumeration);

  /** Next in a list. */
  Pointer udev_list_entry_get_next(Pointer entry);

  /** Name of an entry in a list. */
  String udev_list_entry_get_name(Pointer entry);

  /** Value of an entry in a list. */
  String udev_list_entry_get_value(Pointer entry);

  /** The device of a sysfs path. */
  Pointer udev_device_new_from_syspath(Pointer udev, String path);

  /** The device of a name. */
  Pointer udev_device_new_from_subsystem_sysname(Pointer udev, String subsystem, String name);

  /** Gives a device back. */
  Pointer udev_device_unref(Pointer device);

  /** The kernel's name of a device. */
  String udev_device_get_sysname(Pointer device);

  /** The kind of a block device: disk or partition. */
  String udev_device_get_devtype(Pointer device);

  /** What happened to a device that came from a monitor. */
  String udev_device_get_action(Pointer device);

  /** First of a device's properties. */
  Pointer udev_device_get_properties_list_entry(Pointer device);

  /** Creates a monitor. */
  Pointer udev_monitor_new_from_netlink(Pointer udev, String source);

  /** Gives a monitor back. */
  Pointer udev_monitor_unref(Pointer monitor);

  /** Follows only devices of a subsystem and kind. */
  int udev_monitor_filter_add_match_subsystem_devtype(
      Pointer monitor, String subsystem, String kind);

  /** Sets the size of the receive buffer in bytes. */
  int udev_monitor_set_receive_buffer_size(Pointer monitor, int size);

  /** Begins to receive. */
  int udev_monitor_enable_receiving(Pointer monitor);

  /** The monitor's socket, for polling. */
  int udev_monitor_get_fd(Pointer monitor);

  /** The next device; null with an error number if there is none. */
  Pointer udev_monitor_receive_device(Pointer monitor);
}
