/** The plug-in kind that answers: how is I/O spread over the paths of a group? */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polypath.api.selector;
