/**
 * What arrays answer: sense data, and the pages and commands that vendors add to the standard's.
 */
package org.polypath.simulator.scsi;
