package org.polypath.core;

import java.util.Optional;

/**
 * What a core may do.
 *
 * @param checks whether paths are checked and ranked
 * @param acting when maps may be changed
 * @param queues whether I/O may be left waiting for a path: somebody must be there later to end
 *     that
 * @param only the one map that may be changed unasked: alias, WWID, {@code dm-N}, one of its paths,
 *     or a device number or node of either; empty for all
 */
public record CoreOptions(boolean checks, Acting acting, boolean queues, Optional<String> only) {
  /** The daemon's: everything. */
  public static final CoreOptions EVERYTHING =
      new CoreOptions(true, Acting.ALWAYS, true, Optional.empty());

  /** When maps may be changed. */
  public enum Acting {
    /** Never: what would be done is only decided and shown. */
    NEVER,
    /** When a command asks for it; nothing is built or put right besides. */
    ON_COMMAND,
    /** Whenever it is right. */
    ALWAYS
  }

  /** The same, limited to one map. */
  public CoreOptions limitedTo(String designation) {
    return new CoreOptions(checks, acting, queues, Optional.of(designation));
  }

  /** Whether maps are built and put right without being asked. */
  boolean builds() {
    return acting == Acting.ALWAYS;
  }
}
