package org.polypath.api.topology;

import java.util.List;
import java.util.Optional;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.MapSettings;

/**
 * One map at one moment.
 *
 * @param wwid its WWID
 * @param name its name: the kernel's, or the one it will get
 * @param number its device number; empty until the kernel has it
 * @param sectors its size in units of 512 bytes
 * @param vendor vendor of its first path; empty if it has none
 * @param product product of its first path
 * @param revision revision of its first path
 * @param features the kernel's features, counted, for instance {@code 1 queue_if_no_path}
 * @param hardwareHandler the kernel's handler, counted, for instance {@code 1 alua}
 * @param readOnly whether it is read-only
 * @param suspended whether it is suspended
 * @param groups its path groups in the kernel's order
 * @param settings its settings; empty if it was adopted before the configuration was read
 * @param action what is being done to it, or was last: {@code create}, {@code reload}, …; empty for
 *     nothing
 * @param failbackSeconds seconds until it goes back to its best group; 0 if it will not
 * @param queueingSeconds seconds that I/O still waits for a path; 0 if no such time is running
 * @param statistics its counters
 * @param queueingDisabled whether somebody said that no I/O waits for a path here, whatever is
 *     configured
 * @param reservation what was said of its persistent reservation
 * @param outage why no path is usable; empty while one is
 * @param reasons the last decisions about it, oldest first
 */
public record MapSnapshot(
    Wwid wwid,
    String name,
    Optional<DeviceNumber> number,
    long sectors,
    String vendor,
    String product,
    String revision,
    String features,
    String hardwareHandler,
    boolean readOnly,
    boolean suspended,
    List<GroupSnapshot> groups,
    Optional<MapSettings> settings,
    String action,
    int failbackSeconds,
    int queueingSeconds,
    MapStatistics statistics,
    boolean queueingDisabled,
    Reservation reservation,
    Optional<Outage> outage,
    List<Reason> reasons) {
  /** Copies the lists. */
  public MapSnapshot {
    groups = List.copyOf(groups);
    reasons = List.copyOf(reasons);
  }

  /** The kernel's name, for instance {@code dm-4}; empty until the kernel has it. */
  public Optional<String> kernelName() {
    return number.map(n -> "dm-" + n.minor());
  }
}
