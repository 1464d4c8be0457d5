package org.polypath.core;

import java.util.List;
import java.util.OptionalLong;
import org.polypath.api.map.MultipathTable;
import org.polypath.api.settings.AutoResize;

/** When a map gets another size. Pure. */
final class Resizing {
  private Resizing() {}

  /** The size on which all paths of a map that have one agree, in sectors; empty if they do not. */
  static OptionalLong commonSize(MapEntry map) {
    List<Long> sizes =
        map.paths.stream()
            .map(path -> path.facts.sectors())
            .filter(sectors -> sectors > 0)
            .distinct()
            .toList();
    return sizes.size() == 1 ? OptionalLong.of(sizes.get(0)) : OptionalLong.empty();
  }

  /**
   * The size that a map of the kernel gets by itself; empty if it keeps the one it has. Not while
   * no path is usable: a change of size fails the I/O that waits.
   */
  static OptionalLong due(MapEntry map, AutoResize rule) {
    long now = map.kernel.map(kernel -> kernel.table().sectors()).orElse(0L);
    OptionalLong size = commonSize(map);
    boolean due =
        size.isPresent()
            && map.carriesIo()
            && switch (rule) {
              case NEVER -> false;
              case GROW_ONLY -> size.getAsLong() > now;
              case GROW_SHRINK -> size.getAsLong() != now;
            };
    return due ? size : OptionalLong.empty();
  }

  /** A table with another size. */
  static MultipathTable resized(MultipathTable table, long sectors) {
    return new MultipathTable(
        sectors, table.features(), table.hardwareHandler(), table.initialGroup(), table.groups());
  }
}
