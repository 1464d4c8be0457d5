package org.polypath.deployer;

/**
 * A bundle that answers beside the one that serves.
 *
 * @param hosted the bundle
 * @param jar where it came from
 * @param progress how far its trial has come; empty if that is not known yet
 */
record Candidate(Hosted hosted, PluginJar jar, String progress) {
  Candidate at(String now) {
    return new Candidate(hosted, jar, now);
  }

  /** For people. */
  String describe() {
    return hosted.version() + (progress.isEmpty() ? "" : " (" + progress + ")");
  }
}
