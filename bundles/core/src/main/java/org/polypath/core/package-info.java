/**
 * What decides. A {@link org.polypath.core.Core} is told what happened, as {@link
 * org.polypath.core.event events}, and answers what to do, as {@link org.polypath.core.effect
 * effects}. It reads no clock, opens no file, calls no service; one thread uses it.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.polypath.core;
