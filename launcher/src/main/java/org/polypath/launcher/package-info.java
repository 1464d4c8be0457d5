/**
 * Starts the container: everything that must happen before there is an OSGi framework, and after it
 * is gone.
 *
 * <p>This is plain Java on the class path. The order is the point: options, the lock that keeps a
 * second daemon out, logging, and only then the framework; on the way down the framework in order,
 * under a watchdog, because a process that cannot be stopped is worse than one that stops hard.
 */
package org.polypath.launcher;
