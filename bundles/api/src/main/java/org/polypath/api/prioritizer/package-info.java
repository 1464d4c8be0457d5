/** The plug-in kind that answers: how good is this path? */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polypath.api.prioritizer;
