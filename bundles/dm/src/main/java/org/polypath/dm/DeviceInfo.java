package org.polypath.dm;

import org.polypath.api.path.DeviceNumber;

/**
 * What the kernel says of a dm device. Calls that change a device find it by its UUID: a name, or a
 * number that has become free, may be another device's by then.
 *
 * @param name its dm name when it was asked for
 * @param uuid its dm UUID; empty text if it has none
 * @param number its device number
 * @param eventNumber the kernel's count of its events
 * @param openCount how many have it open
 * @param suspended whether its I/O is stopped
 * @param readOnly whether it takes no writes
 * @param removalDeferred whether it goes when the last who has it open closes it
 */
public record DeviceInfo(
    String name,
    String uuid,
    DeviceNumber number,
    long eventNumber,
    int openCount,
    boolean suspended,
    boolean readOnly,
    boolean removalDeferred) {}
