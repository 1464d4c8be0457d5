/**
 * How a plug-in talks to a path: SCSI commands, direct reads, sysfs attributes; all asynchronous.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polypath.api.device;
