package org.polypath.dm;

import org.polypath.api.map.UdevHints;

/** The flags that go to udev's rules with a dm event (libdevmapper {@code DM_UDEV_…}). */
final class UdevFlags {
  /** The library leaves device nodes to udev. */
  private static final int DISABLE_LIBRARY_FALLBACK = 0x0020;

  private static final int SUBSYSTEM_FLAG0 = 0x0100;
  private static final int SUBSYSTEM_FLAG1 = 0x0200;
  private static final int SUBSYSTEM_FLAG2 = 0x0400;

  /** The device is another in nothing but its name, or not even that. */
  static final int SAME_CONTENT = of(new UdevHints(true, false, false));

  private UdevFlags() {}

  static int of(UdevHints hints) {
    return DISABLE_LIBRARY_FALLBACK
        | (hints.contentUnchanged() ? SUBSYSTEM_FLAG0 : 0)
        | (hints.skipPartitions() ? SUBSYSTEM_FLAG1 : 0)
        | (hints.noUsablePath() ? SUBSYSTEM_FLAG2 : 0);
  }
}
