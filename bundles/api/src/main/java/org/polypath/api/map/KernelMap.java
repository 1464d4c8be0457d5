package org.polypath.api.map;

import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.Wwid;

/**
 * A multipath map as the kernel has it.
 *
 * @param name its name under {@code /dev/mapper}
 * @param wwid the WWID from its dm UUID ({@code mpath-WWID})
 * @param number its device number; the minor is N of {@code dm-N}
 * @param table its live table
 * @param status its live status
 * @param eventNumber the kernel's count of events on this map (kernel {@code dm_get_event_nr})
 * @param openCount how many have it open
 * @param suspended whether it is suspended
 * @param readOnly whether it is read-only
 * @param removalDeferred whether it is in use, and goes when its last user does (kernel {@code
 *     DM_DEFERRED_REMOVE})
 */
public record KernelMap(
    String name,
    Wwid wwid,
    DeviceNumber number,
    MultipathTable table,
    MultipathStatus status,
    long eventNumber,
    int openCount,
    boolean suspended,
    boolean readOnly,
    boolean removalDeferred) {
  /** What precedes the WWID in the dm UUID of every multipath map. */
  public static final String UUID_PREFIX = "mpath-";

  /** A map that is to stay. */
  public KernelMap(
      String name,
      Wwid wwid,
      DeviceNumber number,
      MultipathTable table,
      MultipathStatus status,
      long eventNumber,
      int openCount,
      boolean suspended,
      boolean readOnly) {
    this(name, wwid, number, table, status, eventNumber, openCount, suspended, readOnly, false);
  }

  /** The same map under another name. */
  public KernelMap named(String newName) {
    return new KernelMap(
        newName,
        wwid,
        number,
        table,
        status,
        eventNumber,
        openCount,
        suspended,
        readOnly,
        removalDeferred);
  }

  /** The kernel's name, for instance {@code dm-4}. */
  public String kernelName() {
    return "dm-" + number.minor();
  }
}
