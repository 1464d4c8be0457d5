/** Lines of {@code multipath.conf} into words. */
package org.polypath.config.syntax;
