package org.polypath.core;

import java.util.Optional;
import java.util.function.Consumer;
import org.polypath.api.platform.CommandResult;

/** The maps of the kernel that commands name. */
final class NamedMaps {
  private final Workspace work;

  NamedMaps(Workspace work) {
    this.work = work;
  }

  /** A map of the kernel by any of its names. */
  Optional<MapEntry> find(String designation) {
    Designation named = Designation.of(designation);
    return work.state.maps.values().stream()
        .filter(map -> map.kernel.isPresent())
        .filter(named::isOf)
        .findFirst();
  }

  /** Does something with a map; where there is none the command is answered so. */
  void with(long command, String designation, Consumer<MapEntry> action) {
    find(designation).ifPresentOrElse(action, () -> refuse(command, designation));
  }

  /** Answers that there is no such map. */
  void refuse(long command, String designation) {
    work.answer(command, CommandResult.failed("map not found: " + designation));
  }
}
