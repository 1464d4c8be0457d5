/** Makes a vendor's first project: {@code polypath plugin new}. */
package org.polypath.client.project;
