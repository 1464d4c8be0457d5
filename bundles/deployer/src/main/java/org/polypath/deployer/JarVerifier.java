package org.polypath.deployer;

import java.io.IOException;

/**
 * Judges the bytes of a jar before the container sees them: whether the archive is whole, and
 * whether it is a bundle that may be put in.
 */
final class JarVerifier {
  private final ManifestRules rules;
  private final Signatures signatures;

  JarVerifier(ManifestRules rules, Signatures signatures) {
    this.rules = rules;
    this.signatures = signatures;
  }

  /**
   * Verifies a jar.
   *
   * @throws RefusedException it may not be put in
   */
  PluginJar verify(String file, byte[] bytes) throws RefusedException {
    try {
      PluginJar jar = rules.judge(file, bytes, JarArchive.read(bytes));
      return signatures.judge(bytes).map(jar::withSignature).orElse(jar);
    } catch (IOException | IllegalArgumentException e) {
      throw new RefusedException("damaged: " + e.getMessage(), e);
    }
  }
}
