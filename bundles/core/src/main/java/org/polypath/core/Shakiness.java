package org.polypath.core;

/**
 * How often a path has failed, and until when it is held back for that. Times are {@link
 * Moment#millis}; 0 means that no such time is running.
 */
final class Shakiness {
  /** Failures that are not forgotten yet. */
  int failures;

  /** Good checks since the last failure or the last one forgotten. */
  int goodChecks;

  long failedAt;

  /** Whether it failed too often, and is held back when it comes back. */
  boolean convicted;

  /** Whether its errors are to be measured when it comes back. */
  boolean suspected;

  /** The measurement under way; 0 for none. */
  long measurement;

  long heldUntil;

  /** Whether it is kept for the next daemon that it is held back. */
  boolean kept;

  /** Whether somebody said that it is marginal. */
  boolean byHand;

  /** Whether it is in a group of its own for any of this. */
  boolean marginal;

  Shakiness copy() {
    Shakiness copy = new Shakiness();
    copy.failures = failures;
    copy.goodChecks = goodChecks;
    copy.failedAt = failedAt;
    copy.convicted = convicted;
    copy.suspected = suspected;
    copy.measurement = measurement;
    copy.heldUntil = heldUntil;
    copy.kept = kept;
    copy.byHand = byHand;
    copy.marginal = marginal;
    return copy;
  }
}
