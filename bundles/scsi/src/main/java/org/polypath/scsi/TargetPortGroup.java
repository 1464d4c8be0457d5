package org.polypath.scsi;

import java.util.List;

/**
 * One group of REPORT TARGET PORT GROUPS (SPC-4 6.37).
 *
 * @param number the group's number, 0 to 65535
 * @param state its access state
 * @param preferred whether the array would rather have this group used (PREF bit)
 * @param supportedStates the byte of supported states: bit 0 optimized, 1 non-optimized, 2 standby,
 *     3 unavailable, 4 LBA dependent, 6 offline, 7 transitioning
 * @param statusCode why it is in this state: 0 not known, 1 changed by command, 2 by the array
 *     itself; 0 to 255
 * @param relativePorts the relative numbers of its ports, 0 to 65535 each
 */
public record TargetPortGroup(
    int number,
    AccessState state,
    boolean preferred,
    int supportedStates,
    int statusCode,
    List<Integer> relativePorts) {
  /** Copies the ports. */
  public TargetPortGroup {
    relativePorts = List.copyOf(relativePorts);
  }
}
