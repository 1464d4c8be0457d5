package org.polypath.deployer;

import java.util.Optional;
import org.osgi.framework.Version;

/** The container, as far as deploying needs it. Called by one thread. */
interface PluginHost {
  /** The version of this bundle that the distribution has, serving or set aside. */
  Optional<Version> shipped(String symbolicName);

  /**
   * Puts a bundle into service beside what serves now; when it has proved itself, takes the other
   * out: the previous deployed one for good, the shipped one until {@link #remove}.
   *
   * @throws RefusedException it did not prove itself; nothing has changed
   */
  Hosted replace(PluginJar jar, Optional<Hosted> previous) throws RefusedException;

  /** Takes a deployed bundle out; the shipped one of its name serves again before that. */
  void remove(Hosted hosted);
}
