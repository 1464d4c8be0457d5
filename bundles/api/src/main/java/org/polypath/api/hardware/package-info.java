/** The plug-in kind that answers: which settings do these arrays need? */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polypath.api.hardware;
