/**
 * Puts plug-ins into service and takes them out, from a folder, while the platform runs.
 *
 * <p>The rule of the house: a plug-in that serves is given up only after its successor has proved
 * that it can serve. So a new version is installed beside the old one; every failure on the way
 * ends with the new one gone and the old one never touched.
 */
package org.polypath.deployer;
