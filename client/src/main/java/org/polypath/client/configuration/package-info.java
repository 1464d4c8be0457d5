/**
 * {@code polypath config}: checks and writes configuration files. Reads the configuration language
 * in this process; no daemon is needed for that.
 */
package org.polypath.client.configuration;
