package org.polypath.control.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Configuration;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Topology;

/** The configuration as far as it is about the paths and maps there are. */
public final class LocalConfiguration {
  private LocalConfiguration() {}

  /** In the syntax of {@code multipath.conf}. */
  public static String print(Configuration configuration, Topology topology) {
    List<PathFacts> paths = topology.paths().stream().map(PathSnapshot::facts).toList();
    Map<Wwid, String> names = new LinkedHashMap<>();
    topology.maps().stream()
        .filter(map -> map.number().isPresent())
        .forEach(map -> names.put(map.wwid(), map.name()));
    return configuration.print(paths, names);
  }
}
