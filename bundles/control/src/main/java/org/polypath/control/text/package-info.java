/**
 * What the commands print, to the byte as multipath-tools prints it: pure functions over a
 * topology.
 */
package org.polypath.control.text;
