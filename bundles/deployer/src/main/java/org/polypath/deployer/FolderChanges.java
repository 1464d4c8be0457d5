package org.polypath.deployer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tells from one look at the folder to the next what changed, and holds a file back until it stands
 * still: whoever copies slowly is waited for. Reads no clock and no file.
 */
final class FolderChanges {
  /** How long a file must have stood still between two looks. */
  static final Duration STILL = Duration.ofMillis(300);

  /** A file this old at the first look is not being written: what lay there at the start. */
  static final Duration OLD = Duration.ofSeconds(3);

  private final Map<String, FileStamp> reported = new HashMap<>();
  private final Map<String, Sighting> pending = new HashMap<>();
  private final Map<String, Instant> missing = new HashMap<>();

  /**
   * What is to be done.
   *
   * @param changed files that came or changed, and stand still now, by name
   * @param removed files that went
   * @param unsettled whether some file must be looked at again soon
   */
  record Changes(List<String> changed, List<String> removed, boolean unsettled) {}

  private record Sighting(FileStamp stamp, Instant since) {}

  /** Takes a look at the folder's jars in. */
  Changes look(Map<String, FileStamp> files, Instant now) {
    List<String> removed = removed(files, now);
    pending.keySet().retainAll(files.keySet());
    List<String> changed = new ArrayList<>();
    new TreeMap<>(files)
        .forEach(
            (name, stamp) -> {
              if (!stamp.equals(reported.get(name)) && settled(name, stamp, now)) {
                reported.put(name, stamp);
                changed.add(name);
              }
            });
    return new Changes(changed, removed, !pending.isEmpty() || !missing.isEmpty());
  }

  /**
   * A file must stay away as long as a new one must stand still: a listing made during a rename may
   * miss the name, and who deletes before he copies wants an update.
   */
  private List<String> removed(Map<String, FileStamp> files, Instant now) {
    missing.keySet().removeAll(files.keySet());
    List<String> removed = new ArrayList<>();
    for (String name : reported.keySet()) {
      if (!files.containsKey(name)
          && !now.isBefore(missing.computeIfAbsent(name, key -> now).plus(STILL))) {
        removed.add(name);
      }
    }
    reported.keySet().removeAll(removed);
    missing.keySet().removeAll(removed);
    return removed;
  }

  private boolean settled(String name, FileStamp stamp, Instant now) {
    Sighting last = pending.get(name);
    boolean seenBefore = last != null && last.stamp().equals(stamp);
    boolean still =
        seenBefore
            ? !now.isBefore(last.since().plus(STILL))
            : last == null && stamp.changed().plus(OLD).isBefore(now);
    if (still) {
      pending.remove(name);
    } else if (!seenBefore) {
      pending.put(name, new Sighting(stamp, now));
    }
    return still;
  }
}
