package org.polypath.api.map;

import java.util.List;
import java.util.Set;

/**
 * What device-mapper holds.
 *
 * @param maps multipath maps that are ours by their UUID ({@code mpath-…}), in the kernel's order
 * @param otherNames names of all other dm devices
 */
public record KernelDevices(List<KernelMap> maps, Set<String> otherNames) {
  /** Copies both. */
  public KernelDevices {
    maps = List.copyOf(maps);
    otherNames = Set.copyOf(otherNames);
  }
}
