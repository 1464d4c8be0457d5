/** The plug-in kind that answers: is this path usable? */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polypath.api.checker;
