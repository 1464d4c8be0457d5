package org.polypath.api.settings;

/** What the priority of a group is ({@code pg_prio_calc}). */
public enum GroupPriority {
  /** The mean of its usable paths' priorities, rounded down. */
  MEAN,
  /** Their sum. */
  SUM
}
