/** The sockets by which clients ask: framing, deadlines, who may connect and for how long. */
package org.polypath.control.socket;
