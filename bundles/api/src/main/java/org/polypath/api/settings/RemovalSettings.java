package org.polypath.api.settings;

/**
 * How a map goes.
 *
 * @param lastPathGone what happens when its last path has gone ({@code flush_on_last_del})
 * @param deferred whether a map in use whose last path has gone goes with its last user, if no path
 *     comes before ({@code deferred_remove})
 */
public record RemovalSettings(Setting<LastPathGone> lastPathGone, Setting<Boolean> deferred) {
  /** What holds where nothing is configured. */
  public static final RemovalSettings BUILT_IN =
      new RemovalSettings(Setting.builtIn(LastPathGone.REMOVE_UNUSED), Setting.builtIn(false));

  /** What happens to a map without paths. */
  public enum LastPathGone {
    /** It stays ({@code never}). */
    KEEP,
    /** It is removed if nobody has it open ({@code unused}). */
    REMOVE_UNUSED,
    /** Its queued I/O fails, and it is removed ({@code always}). */
    FAIL_AND_REMOVE
  }
}
