package org.polypath.dm;

/**
 * What goes to udev with a device's event.
 *
 * @param cookie through which udev answers, or {@link UdevCookies#NONE}
 * @param flags {@code DM_UDEV_…} flags, 16 bits
 */
public record UdevNotice(int cookie, int flags) {}
