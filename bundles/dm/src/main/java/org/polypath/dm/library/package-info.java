/** libdevmapper and the kernel's control node, called through JNA. */
package org.polypath.dm.library;
