/** What the {@code multipath} command does: for a client of the daemon, or by itself. */
package org.polypath.control.multipath;
