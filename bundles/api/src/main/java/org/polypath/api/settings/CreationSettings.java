package org.polypath.api.settings;

import java.util.Optional;

/**
 * How a map comes to be.
 *
 * @param ghostDelay how long a new map that has only ghost paths is held back, in seconds; 0: not
 *     at all ({@code ghost_delay})
 * @param skipPartitions whether no partition maps are made ({@code skip_kpartx})
 * @param maxSectors largest request in KiB, written to the paths before the map is made ({@code
 *     max_sectors_kb})
 * @param mode permission bits of the device node, 0 to 0777 ({@code mode})
 * @param owner the node's user, a number or a name ({@code uid})
 * @param group the node's group, a number or a name ({@code gid})
 */
public record CreationSettings(
    Setting<Integer> ghostDelay,
    Setting<Boolean> skipPartitions,
    Setting<Limit> maxSectors,
    Optional<Setting<Integer>> mode,
    Optional<Setting<String>> owner,
    Optional<Setting<String>> group) {
  /** What holds where nothing is configured. */
  public static final CreationSettings BUILT_IN =
      new CreationSettings(
          Setting.builtIn(0),
          Setting.builtIn(false),
          Setting.builtIn(Limit.UNSET),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
}
