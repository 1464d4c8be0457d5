package org.polypath.api.settings;

/** What is done with marginal paths ({@code marginal_pathgroups}). */
public enum MarginalGroups {
  /** They are held back: not used. */
  OFF,
  /** They get groups of their own, used when no other is left. */
  ON,
  /**
   * As {@link #ON}; which paths are marginal the fabric says, by its performance impact notices.
   */
  FPIN
}
