/** What is known about a path: identity, hardware, transport and state. Immutable values. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.polypath.api.path;
