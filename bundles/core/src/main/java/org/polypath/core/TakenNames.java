package org.polypath.core;

import java.util.HashSet;
import java.util.Set;
import org.polypath.api.map.KernelMap;

/** Names that a map cannot have because another dm device has or gets them. */
final class TakenNames {
  private final State state;

  TakenNames(State state) {
    this.state = state;
  }

  boolean isFree(MapEntry map, String name) {
    return !state.otherNames.contains(name)
        && state.maps.values().stream()
            .filter(other -> other != map)
            .noneMatch(
                other ->
                    other
                        .kernel
                        .map(KernelMap::name)
                        .or(() -> other.name)
                        .filter(name::equals)
                        .isPresent());
  }

  Set<String> besides(MapEntry map) {
    Set<String> taken = new HashSet<>(state.otherNames);
    for (MapEntry other : state.maps.values()) {
      if (other != map) {
        other.kernel.map(KernelMap::name).or(() -> other.name).ifPresent(taken::add);
      }
    }
    return taken;
  }
}
