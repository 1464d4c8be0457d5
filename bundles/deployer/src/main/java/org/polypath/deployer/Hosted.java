package org.polypath.deployer;

import org.osgi.framework.Version;

/**
 * A deployed bundle that serves.
 *
 * @param symbolicName its name
 * @param version its version
 * @param digest of the jar it came from, see {@link PluginJar#digest()}
 * @param needs what it declares to need
 * @param bundle the container's number of it
 */
record Hosted(
    String symbolicName, Version version, String digest, DeclaredNeeds needs, long bundle) {}
