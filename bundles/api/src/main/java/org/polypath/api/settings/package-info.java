/** What the configuration says, resolved: values with the place each came from. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polypath.api.settings;
