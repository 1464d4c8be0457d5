package org.polypath.core.event;

import org.polypath.api.path.Wwid;

/**
 * A shaky path as it is kept for the next daemon.
 *
 * @param path its name
 * @param wwid the disk it leads to
 * @param until until when it is held back, in milliseconds of the wall clock since 1970
 * @param suspected whether its errors are to be measured before it is used
 */
public record HeldPath(String path, Wwid wwid, long until, boolean suspected) {}
