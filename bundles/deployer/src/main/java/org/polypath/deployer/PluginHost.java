package org.polypath.deployer;

import java.util.Optional;
import org.osgi.framework.Version;
import org.polypath.api.platform.PluginTrials.Verdict;

/** The container, as far as deploying needs it. Called by one thread, except where said. */
interface PluginHost {
  /** The version of this bundle that the distribution has, serving or set aside. */
  Optional<Version> shipped(String symbolicName);

  /**
   * Starts a bundle beside what serves now; where that is in use, the new one is on trial.
   *
   * @throws RefusedException it does not start; nothing has changed
   */
  Hosted start(PluginJar jar) throws RefusedException;

  /** Whether anybody compares two versions now; otherwise there are no trials. */
  boolean compares();

  /** How the trial of a started bundle stands. */
  Verdict verdict(Hosted hosted);

  /** Ends its trial with its taking over. Any thread may call. */
  Verdict accept(Hosted hosted);

  /**
   * Takes out what a bundle follows: the previous deployed one for good, the shipped one until
   * {@link #remove}.
   */
  void establish(Hosted hosted, Optional<Hosted> previous);

  /** Takes out a bundle that was started and not established. */
  void withdraw(Hosted hosted);

  /** Takes an established bundle out; the shipped one of its name serves again before that. */
  void remove(Hosted hosted);
}
