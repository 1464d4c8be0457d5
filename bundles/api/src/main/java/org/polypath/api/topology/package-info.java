/** The platform's state at one moment: immutable values, safe to read from any thread. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polypath.api.topology;
