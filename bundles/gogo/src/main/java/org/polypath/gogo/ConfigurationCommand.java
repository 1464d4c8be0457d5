package org.polypath.gogo;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.polypath.api.path.PathFacts;
import org.polypath.api.path.Wwid;
import org.polypath.api.platform.Platform;
import org.polypath.api.settings.Configuration;
import org.polypath.api.settings.UnknownKeywordException;
import org.polypath.api.topology.PathSnapshot;
import org.polypath.api.topology.Topology;

/** What the configuration says: {@code config why KEYWORD DEVICE}. */
@Component(
    service = ConfigurationCommand.class,
    property = {
      "osgi.command.scope=polypath",
      "osgi.command.function=config",
      CommandHelp.PROPERTY + "=config why KEYWORD DEVICE: which value holds, and which line says so"
    })
public final class ConfigurationCommand {
  private static final String USAGE =
      "usage: config why KEYWORD DEVICE (a keyword of multipath.conf, a path or a map)";

  private final Platform platform;

  /** For the container. */
  @Activate
  public ConfigurationCommand(@Reference Platform platform) {
    this.platform = platform;
  }

  /** Tells which value of a keyword holds for a path or a map, and where it comes from. */
  public String config(String... words) {
    if (words.length != 3 || !words[0].equals("why")) {
      throw new CommandFailedException(USAGE);
    }
    String keyword = words[1];
    String device = words[2];
    Topology topology = platform.topology();
    Configuration configuration =
        topology
            .configuration()
            .orElseThrow(() -> new CommandFailedException("the daemon is starting"));
    PathFacts path =
        path(topology, device)
            .orElseThrow(() -> new CommandFailedException("no such path or map: " + device));
    try {
      return configuration
          .setting(keyword, path)
          .map(found -> keyword + " " + found.value() + " (setting: " + found.origin().text() + ")")
          .orElseGet(
              () -> keyword + " is not set for " + device + ": " + configuration.unset(keyword))
          .concat("\n");
    } catch (UnknownKeywordException e) {
      throw new CommandFailedException(e.getMessage());
    }
  }

  /** The path meant, or the first one of the map meant. */
  private static Optional<PathFacts> path(Topology topology, String device) {
    Optional<Wwid> map = topology.map(device).map(found -> found.wwid());
    return topology
        .path(device)
        .or(() -> first(topology.paths(), map))
        .or(() -> named(topology.ignored(), device))
        .map(PathSnapshot::facts);
  }

  private static Optional<PathSnapshot> first(List<PathSnapshot> paths, Optional<Wwid> map) {
    return map.flatMap(
        wwid -> paths.stream().filter(path -> path.wwid().equals(Optional.of(wwid))).findFirst());
  }

  private static Optional<PathSnapshot> named(List<PathSnapshot> paths, String device) {
    return paths.stream()
        .filter(
            path -> Stream.of("", "/dev/").anyMatch(in -> device.equals(in + path.facts().name())))
        .findFirst();
  }
}
