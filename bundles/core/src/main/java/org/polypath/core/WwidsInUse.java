package org.polypath.core;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Setting;
import org.polypath.core.effect.Effect.Report.Level;

/**
 * Disks that the configuration calls otherwise than the maps that the kernel has of them: another
 * {@code uid_attribute}, or a daemon in the initial RAM disk that had another configuration. They
 * keep the WWID of their map as long as that is there, since it may be in use: else its paths would
 * be taken from its users, and a second map be made of the same disk.
 */
final class WwidsInUse {
  private final Workspace work;
  private final State state;

  WwidsInUse(Workspace work) {
    this.work = work;
    this.state = work.state;
  }

  /** Under a new configuration: whatever differs now differs because of that. */
  void configured() {
    state.wwidsInUse.clear();
    find((path, wwid) -> path.wwid.filter(wwid::equals).isPresent());
  }

  /**
   * At the start, when it is not known what was before: a disk is the one of a map if its own page
   * says so, which it is asked before its next use.
   */
  void started() {
    find((path, wwid) -> path.facts.pageIdentifier().filter(wwid::equals).isPresent());
  }

  /**
   * udev tells a name of a disk that only its own page told until then, as of a disk that was found
   * before udev's rules had run: it is the same disk, if it says so before its next use.
   */
  void told(PathEntry path, PathFacts before) {
    Optional<MapEntry> map = path.wwid.map(state.maps::get);
    boolean samePage = path.facts.pageIdentifier().equals(before.pageIdentifier());
    map.filter(known -> known.kernel.isPresent() && samePage)
        .filter(known -> isToldByPageAlone(before, known.wwid))
        .flatMap(known -> configured(path).filter(wwid -> !wwid.equals(known.wwid)))
        .ifPresent(
            wwid -> {
              keep(map.get(), wwid);
              path.doubtful = true;
            });
  }

  private static boolean isToldByPageAlone(PathFacts facts, Wwid wwid) {
    return facts.pageIdentifier().filter(wwid::equals).isPresent()
        && !facts.properties().containsValue(wwid.text());
  }

  private Optional<Wwid> configured(PathEntry path) {
    return work.configuration().wwid(path.facts).map(Setting::value);
  }

  private void find(BiPredicate<PathEntry, Wwid> isOf) {
    for (PathEntry path : state.paths.values()) {
      Optional<Wwid> configured = configured(path);
      for (Wwid holder : state.devices.holders(path.facts.number())) {
        configured
            .filter(wwid -> !wwid.equals(holder) && isOf.test(path, holder))
            .ifPresent(wwid -> keep(state.maps.get(holder), wwid));
      }
    }
  }

  private void keep(MapEntry map, Wwid configured) {
    if (state.wwidsInUse.computeIfAbsent(configured, none -> new HashSet<>()).add(map.wwid)) {
      String instead = "the map is there; made anew after its removal it is " + configured;
      work.report(Level.WARNING, map, "WWID kept: " + map.wwid, instead);
    }
  }

  /** The WWID by which a path belongs to a map; the configured one if none is kept for its disk. */
  Wwid of(PathEntry path, Wwid configured) {
    Set<Wwid> kept = state.wwidsInUse.getOrDefault(configured, Set.of());
    return path.wwid
        .filter(kept::contains)
        .or(() -> path.facts.pageIdentifier().filter(kept::contains))
        .orElse(configured);
  }

  /** A copy. */
  static Map<Wwid, Set<Wwid>> copy(Map<Wwid, Set<Wwid>> wwids) {
    Map<Wwid, Set<Wwid>> copy = new HashMap<>();
    wwids.forEach((configured, kept) -> copy.put(configured, new HashSet<>(kept)));
    return copy;
  }
}
