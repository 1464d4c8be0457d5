/** A vendor's plug-in, packed into a bundle by the scenarios that deploy one. */
package org.polypath.lab.plugin;
