/** The plug-in kind that answers: which paths belong together? */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polypath.api.policy;
