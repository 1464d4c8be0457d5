/** The commands as programs: clients of the daemon. */
package org.polypath.client;
