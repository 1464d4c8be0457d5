package org.polypath.core;

/**
 * With {@code uid_attrs} the paths to one disk that come or go one after the other are taken
 * together: the map is looked at once no other has come or gone for a moment, and so gets one table
 * for all of them ({@code multipath.conf(5)}: "merging uevents by WWID").
 */
final class Gathering {
  private static final long PAUSE_MILLIS = 500;

  private final Workspace work;

  Gathering(Workspace work) {
    this.work = work;
  }

  /** A path of a map came or went. */
  void changed(MapEntry map) {
    boolean merged =
        work.state
            .configuration
            .filter(configuration -> configuration.daemon().events().merged().value())
            .isPresent();
    if (merged) {
      if (!isWaiting(map)) {
        map.gatheringSince = work.now();
      }
      long longest = map.gatheringSince + Planning.PATIENCE_MILLIS;
      map.gatheringUntil = Math.min(work.now() + PAUSE_MILLIS, longest);
      work.lookAt(map, map.gatheringUntil);
    }
  }

  /** Whether others may still come or go. */
  boolean isWaiting(MapEntry map) {
    return map.gatheringUntil > work.now();
  }
}
