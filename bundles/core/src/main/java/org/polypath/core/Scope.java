package org.polypath.core;

import java.util.Optional;

/** Which maps may be changed unasked: all, or the one that somebody named. */
final class Scope {
  private final Optional<Designation> only;

  Scope(CoreOptions options) {
    only = options.only().map(Designation::of);
  }

  boolean covers(MapEntry map) {
    return only.isEmpty() || names(only.get(), map);
  }

  /** By any name that the map has or is to get, or by one of its paths. */
  private static boolean names(Designation designation, MapEntry map) {
    return designation.isOf(map)
        || map.name.filter(designation.bare()::equals).isPresent()
        || map.settings
            .flatMap(settings -> settings.alias())
            .filter(alias -> alias.value().equals(designation.bare()))
            .isPresent()
        || map.paths.stream().anyMatch(designation::isOf);
  }
}
