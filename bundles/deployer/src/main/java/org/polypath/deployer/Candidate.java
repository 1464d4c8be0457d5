package org.polypath.deployer;

/**
 * A bundle that answers beside the one that serves.
 *
 * @param hosted the bundle
 * @param jar where it came from
 */
record Candidate(Hosted hosted, PluginJar jar) {}
