package org.polypath.lab.scenario;

import java.time.Duration;
import java.util.List;
import org.polypath.lab.Guest;
import org.polypath.lab.bench.Daemon;
import org.polypath.lab.bench.MapLines;

/**
 * How much there is at once in the scenarios about many maps: small, unless {@code -Dlab.luns=64}
 * and {@code -Dlab.updates=50} ask for more.
 */
final class Scale {
  /** How many logical units. */
  static final int UNITS = Integer.getInteger("lab.luns", 4);

  /** How many paths each of them has. */
  static final int PATHS_EACH = 4;

  /** How often a plug-in is updated. */
  static final int UPDATES = Integer.getInteger("lab.updates", 5);

  /** So long the guest's one CPU may take for all there is to do for a map. */
  static final Duration LIMIT = Duration.ofMinutes(2).plusSeconds(6L * UNITS);

  /** More checks in a second would keep the guest's one CPU from all else. */
  private static final int CHECKS_PER_SECOND = 50;

  private Scale() {}

  static int paths() {
    return UNITS * PATHS_EACH;
  }

  /** The polling interval, from the first check on. */
  static Duration pollingInterval() {
    return Duration.ofSeconds(Math.max(1, paths() / CHECKS_PER_SECOND));
  }

  /** A configuration for all disks with that interval, and more lines that override all else. */
  static String configuration(String... overrides) {
    return """
        defaults {
          find_multipaths no
          user_friendly_names yes
          polling_interval %1$d
          max_polling_interval %1$d
        }
        overrides {
          path_grouping_policy multibus
          detect_pgpolicy no
          detect_checker no
          detect_prio no
          %2$s
        }
        """
        .formatted(pollingInterval().toSeconds(), String.join("\n  ", overrides));
  }

  /** Waits until each unit's map is there with all of its paths in use; answers how long. */
  static Duration awaitMaps(Guest guest, Daemon daemon) {
    return guest.await(
        "%d maps of %d paths that are all in use".formatted(UNITS, PATHS_EACH),
        LIMIT,
        daemon::maps,
        maps -> maps.size() == UNITS && maps.stream().allMatch(Scale::isWhole));
  }

  private static boolean isWhole(MapLines map) {
    List<MapLines.Path> paths = map.paths();
    return paths.size() == PATHS_EACH
        && paths.stream().allMatch(path -> path.state().equals("active ready running"));
  }
}
