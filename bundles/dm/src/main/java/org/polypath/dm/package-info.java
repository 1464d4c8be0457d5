/**
 * The binding to the kernel's device-mapper. What decides is here and knows no native code; what
 * calls libdevmapper and the kernel is in {@code org.polypath.dm.library}.
 */
package org.polypath.dm;
