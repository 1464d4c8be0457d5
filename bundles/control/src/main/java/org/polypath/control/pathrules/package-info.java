/** The configuration as far as udev's rules need it, in a form that a shell reads in no time. */
package org.polypath.control.pathrules;
