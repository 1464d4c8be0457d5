package org.polypath.dm;

import org.polypath.api.path.DeviceNumber;

/**
 * An entry of the kernel's list of dm devices.
 *
 * @param name its name
 * @param number its device number
 * @param eventNumber the kernel's count of its events
 */
public record ListedDevice(String name, DeviceNumber number, long eventNumber) {}
