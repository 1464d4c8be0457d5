package org.polypath.core;

/**
 * What a core may do.
 *
 * @param checks whether paths are checked and ranked
 * @param act whether maps may be changed; else what would be done is only decided and shown
 */
public record CoreOptions(boolean checks, boolean act) {
  /** The daemon's: everything. */
  public static final CoreOptions EVERYTHING = new CoreOptions(true, true);
}
