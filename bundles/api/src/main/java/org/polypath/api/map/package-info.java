/**
 * The plug-in kind that builds maps: the binding to device-mapper, and its tables and statuses as
 * records.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.1.0")
package org.polypath.api.map;
