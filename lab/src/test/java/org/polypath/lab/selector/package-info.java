/** Path selectors in Java beside those of the kernel. */
package org.polypath.lab.selector;
