package org.polypath.api.topology;

import java.util.List;
import java.util.Optional;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.Wwid;
import org.polypath.api.settings.Configuration;

/**
 * All paths and maps at one moment. What a reader renders; it costs nothing to hold and waits for
 * nobody.
 *
 * @param sequence counts the topologies published, from 0
 * @param wallMillis when it was published, in milliseconds since 1970-01-01T00:00Z
 * @param maps the maps, in the order they became known
 * @param paths the paths that are not blacklisted, in discovery order
 * @param ignored the paths that are blacklisted or have no WWID, in discovery order
 * @param configuration the configuration in force; empty before the first was read
 * @param busy whether the daemon is still at work on what it was told
 */
public record Topology(
    long sequence,
    long wallMillis,
    List<MapSnapshot> maps,
    List<PathSnapshot> paths,
    List<PathSnapshot> ignored,
    Optional<Configuration> configuration,
    boolean busy) {
  /** Nothing known yet. */
  public static final Topology EMPTY =
      new Topology(0, 0, List.of(), List.of(), List.of(), Optional.empty(), true);

  /** Copies the lists. */
  public Topology {
    maps = List.copyOf(maps);
    paths = List.copyOf(paths);
    ignored = List.copyOf(ignored);
  }

  /**
   * Finds a map by any of its names: alias, WWID, {@code dm-N}, {@code /dev/dm-N}, {@code
   * /dev/mapper/NAME}, {@code major:minor}.
   */
  public Optional<MapSnapshot> map(String designation) {
    String name = withoutDirectory(designation, "/dev/mapper/", "/dev/");
    Optional<DeviceNumber> number = DeviceNumber.parse(name);
    return maps.stream()
        .filter(
            map ->
                map.name().equals(name)
                    || map.wwid().text().equals(name)
                    || map.kernelName().filter(name::equals).isPresent()
                    || (number.isPresent() && map.number().equals(number)))
        .findFirst();
  }

  /** The map of a WWID. */
  public Optional<MapSnapshot> map(Wwid wwid) {
    return maps.stream().filter(map -> map.wwid().equals(wwid)).findFirst();
  }

  /** Finds a path by name, {@code /dev/NAME} or {@code major:minor}. */
  public Optional<PathSnapshot> path(String designation) {
    String name = withoutDirectory(designation, "/dev/");
    Optional<DeviceNumber> number = DeviceNumber.parse(name);
    return paths.stream()
        .filter(
            path ->
                path.facts().name().equals(name)
                    || (number.isPresent() && path.facts().number().equals(number.get())))
        .findFirst();
  }

  private static String withoutDirectory(String designation, String... directories) {
    for (String directory : directories) {
      if (designation.startsWith(directory)) {
        return designation.substring(directory.length());
      }
    }
    return designation;
  }
}
