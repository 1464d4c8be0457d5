package org.polypath.control.multipath;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.polypath.api.path.Wwid;
import org.polypath.api.topology.MapSnapshot;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Topology;

/** What the device of a command line means. */
final class Devices {
  private Devices() {}

  /** Why a device that is named by its node cannot be meant: it is not there. */
  static Optional<Outcome> missing(MultipathArguments arguments) {
    return arguments
        .device()
        .filter(device -> device.startsWith("/") && !Files.exists(Path.of(device)))
        .map(device -> Outcome.failed("'" + device + "' is not a valid argument"));
  }

  /** Whether a map is meant: by one of its names or paths, or because no device is named. */
  static boolean means(MultipathArguments arguments, Topology topology, MapSnapshot map) {
    if (arguments.device().isEmpty()) {
      return true;
    }
    String device = arguments.device().get();
    return topology.map(device).filter(map::equals).isPresent()
        || topology.path(device).flatMap(PathSnapshot::wwid).filter(map.wwid()::equals).isPresent();
  }

  /** The WWID of a path, of a map, or the device's name taken as one; empty for none of them. */
  static Optional<Wwid> wwid(String device, Topology topology) {
    return topology
        .path(device)
        .flatMap(PathSnapshot::wwid)
        .or(() -> topology.map(device).map(MapSnapshot::wwid))
        .or(
            () ->
                Optional.of(device)
                    .filter(text -> !text.startsWith("/") && Wwid.isValid(text))
                    .map(Wwid::new));
  }
}
