/** Configurations as text: {@code multipath -t}, and the annotated example. */
package org.polypath.config.print;
