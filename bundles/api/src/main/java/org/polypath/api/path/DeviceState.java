package org.polypath.api.path;

/**
 * The kernel's state of a path's device, from sysfs {@code device/state} (kernel {@code
 * drivers/scsi/scsi_sysfs.c}, {@code sdev_states}).
 */
public enum DeviceState {
  /** Commands are accepted. */
  RUNNING,
  /** An administrator, or the error handler, took the device offline. */
  OFFLINE,
  /** The transport lost its port; commands are held back. */
  BLOCKED,
  /** Commands are held back by the driver. */
  QUIESCE,
  /** The transport gave the port up. */
  TRANSPORT_OFFLINE,
  /** Another state, among them the ones of a device that is coming or going. */
  OTHER,
  /** The device has no such state: its bus has none. */
  NONE,
  /** The device is no longer there. */
  GONE;

  /** Reads the attribute's text, for instance {@code running}. */
  public static DeviceState of(String text) {
    return switch (text.strip()) {
      case "running", "live" -> RUNNING;
      case "offline" -> OFFLINE;
      case "blocked", "created-blocked", "new", "deleting" -> BLOCKED;
      case "quiesce" -> QUIESCE;
      case "transport-offline" -> TRANSPORT_OFFLINE;
      default -> OTHER;
    };
  }
}
