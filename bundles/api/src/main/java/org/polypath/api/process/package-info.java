/** What the operating system grants the daemon's own process. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polypath.api.process;
