/**
 * The host without paths and maps ({@code polypath.source} is {@code none}): for a process that
 * only wants to know what the configuration says, on any machine.
 */
package org.polypath.daemon.nohost;
