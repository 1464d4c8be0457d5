package org.polypath.core;

import org.polypath.api.path.Wwid;

/**
 * One try to remove a map as a command asks for it.
 *
 * @param command the command
 * @param wwid the map's WWID
 * @param retries how often it is tried again, should the map be in use
 * @param nextAt when the next try may begin, in {@link Moment#millis}
 */
record Removal(long command, Wwid wwid, int retries, long nextAt) {}
