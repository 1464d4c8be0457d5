package org.polypath.core;

/**
 * What a core may do.
 *
 * @param checks whether paths are checked and ranked
 * @param acting when maps may be changed
 * @param queues whether I/O may be left waiting for a path: somebody must be there later to end
 *     that
 */
public record CoreOptions(boolean checks, Acting acting, boolean queues) {
  /** The daemon's: everything. */
  public static final CoreOptions EVERYTHING = new CoreOptions(true, Acting.ALWAYS, true);

  /** When maps may be changed. */
  public enum Acting {
    /** Never: what would be done is only decided and shown. */
    NEVER,
    /** When a command asks for it; nothing is built or put right besides. */
    ON_COMMAND,
    /** Whenever it is right. */
    ALWAYS
  }

  /** Whether maps are built and put right without being asked. */
  boolean builds() {
    return acting == Acting.ALWAYS;
  }
}
