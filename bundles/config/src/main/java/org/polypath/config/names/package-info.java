/** The state files that keep names: {@code bindings} and {@code wwids}. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polypath.config.names;
