package org.polypath.core;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.polypath.api.map.KernelMap;

/** Names that a map cannot have because another dm device has or gets them. */
final class TakenNames {
  private final State state;

  TakenNames(State state) {
    this.state = state;
  }

  boolean isFree(MapEntry map, String name) {
    return !state.otherNames.contains(name) && ofOthers(map).noneMatch(name::equals);
  }

  Set<String> besides(MapEntry map) {
    Set<String> taken = new HashSet<>(state.otherNames);
    ofOthers(map).forEach(taken::add);
    return taken;
  }

  private Stream<String> ofOthers(MapEntry map) {
    return state.maps.values().stream()
        .filter(other -> other != map)
        .flatMap(other -> other.kernel.map(KernelMap::name).or(() -> other.name).stream());
  }
}
