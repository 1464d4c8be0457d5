/** The Gogo shell: commands, the socket to it, the console. */
package org.polypath.gogo;
