package org.polypath.api.platform;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What becomes of bundles whose plug-ins came while others of their names were in use. Such a
 * plug-in is on trial: for each path it is asked after the serving one, with the same answers of
 * the device; what it says is compared and used for nothing. It takes over when both agreed about
 * every path in two rounds. Any thread may call.
 */
@ProviderType
public interface PluginTrials {
  /** Of a bundle of which nothing was in use before. */
  Verdict NOT_TRIED = new Verdict(State.ACCEPTED, "nothing of its name was in use");

  /** How the trial of a bundle stands. */
  Verdict verdict(long bundle);

  /** Ends the trial of a bundle, if one is running, with its taking over. */
  Verdict accept(long bundle);

  /** How a trial stands. */
  enum State {
    /** More is to be seen. */
    RUNNING,
    /** The bundle's plug-ins serve. */
    ACCEPTED,
    /** They threw, hung, or disagreed with those that serve; they are not asked any more. */
    REJECTED
  }

  /**
   * How a trial stands, and why.
   *
   * @param state how it stands
   * @param because one line
   */
  record Verdict(State state, String because) {}
}
