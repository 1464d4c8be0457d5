package org.polypath.api.settings;

/** Which disks become maps. */
public enum FindMultipaths {
  /** Every disk that is not blacklisted. */
  OFF,
  /** Disks with two paths, and those that were maps before. */
  ON,
  /** Every disk that is not blacklisted; udev is told so too. */
  GREEDY,
  /** Only disks that were maps before. */
  STRICT,
  /** As {@link #ON}; udev waits a while for the second path. */
  SMART
}
