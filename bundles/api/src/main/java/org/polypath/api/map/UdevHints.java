package org.polypath.api.map;

/**
 * What udev's rules are told with a map's event (dm udev flags of the subsystem: {@code
 * DM_SUBSYSTEM_UDEV_FLAG0…2}).
 *
 * @param contentUnchanged the table was reloaded, the content of the device is the same
 * @param skipPartitions no partition maps are wanted
 * @param noUsablePath nothing should read from the device now
 */
public record UdevHints(boolean contentUnchanged, boolean skipPartitions, boolean noUsablePath) {
  /** No hints: a new device. */
  public static final UdevHints NONE = new UdevHints(false, false, false);
}
