/** What bundles say of themselves, read from their jars without starting them. */
package org.polypath.client.plugin;
