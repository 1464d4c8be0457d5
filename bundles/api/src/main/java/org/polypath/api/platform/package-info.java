/** The running platform as its commands and shells see it. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.polypath.api.platform;
