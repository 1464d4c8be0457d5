/** The plug-in kind that answers: which paths are there? */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polypath.api.discovery;
