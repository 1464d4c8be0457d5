/** The plug-in kind that keeps: which generated name belongs to which WWID? */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polypath.api.names;
