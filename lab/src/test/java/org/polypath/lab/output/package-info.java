/** Compares what two daemons print. */
package org.polypath.lab.output;
