/**
 * The embedded SAN as tests, demonstrations and the {@code san} command use it: faults in, counters
 * out.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polypath.simulator;
