/**
 * SCSI as bytes: command descriptor blocks, and decoders of what comes back. Every decoder is
 * total: any bytes give a {@link org.polypath.scsi.Decoded} value or error, never an exception.
 * Nothing here keeps state or reads a clock; any thread may call.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polypath.scsi;
