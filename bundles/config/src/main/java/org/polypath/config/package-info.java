/** The configuration language of {@code multipath.conf}: text in, settings and findings out. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polypath.config;
