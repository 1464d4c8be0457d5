package org.polypath.client.configuration;

import java.util.List;

/**
 * The hardware that the daemon sees.
 *
 * @param arrays the kinds of disks, in the order in which they were found
 * @param maps the maps there are
 */
record Hardware(List<Array> arrays, List<NamedMap> maps) {
  /** Nothing known. */
  static final Hardware NONE = new Hardware(List.of(), List.of());

  Hardware {
    arrays = List.copyOf(arrays);
    maps = List.copyOf(maps);
  }

  /**
   * A kind of disk.
   *
   * @param vendor its vendor as sysfs has it
   * @param product its product as sysfs has it
   * @param paths how many paths there are to disks of this kind
   * @param known whether a hardware entry is about it
   * @param asymmetric whether it tells target port groups: some of its paths may be better
   */
  record Array(String vendor, String product, int paths, boolean known, boolean asymmetric) {}

  /**
   * A map.
   *
   * @param wwid its WWID
   * @param name its name now
   */
  record NamedMap(String wwid, String name) {}
}
