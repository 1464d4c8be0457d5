package org.polypath.deployer;

import java.util.Optional;

/** What is remembered of deployments beyond the end of the process. */
interface Ledger {
  /** Writes down what was decided about a file, and why. */
  void note(String file, String decision, String because);

  /**
   * Code of a jar is about to run for the first time. When the process ends before {@link
   * #started}, and again at the next start, the jar is rejected.
   */
  void starts(String digest);

  /** It has run, whatever came of it. */
  void started();

  /** A jar serves now; it and the one that served before, from whatever file, are kept. */
  void established(PluginJar jar, Optional<Hosted> previous, String because);

  /** A jar of this digest is not tried again until it is accepted. */
  void reject(String digest, String because);

  /** Why a jar is not tried. */
  Optional<String> rejection(String digest);

  /** Whether somebody wants this jar to serve without a trial. */
  boolean isAccepted(String digest);

  /** What last served from a file. */
  Optional<PluginJar> serving(String file);

  /** A file went, and with it what served from it, if anything did. */
  void removed(String file, Optional<Hosted> served);
}
