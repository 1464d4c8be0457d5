package org.polypath.lab.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One map as {@code multipath -ll} and {@code multipathd show topology} print it.
 *
 * @param name its alias
 * @param wwid its WWID
 * @param device the kernel's name, for instance {@code dm-0}; {@code undef} while it is being made
 * @param groups its path groups in order
 */
public record MapLines(String name, String wwid, String device, List<Group> groups) {
  private static final Pattern MAP =
      Pattern.compile("(?:\\w+: )?(\\S+)(?: \\((\\S+)\\))? (dm-\\d+|undef) .*");
  private static final Pattern GROUP =
      Pattern.compile("[|`]-\\+- policy='(.*)' prio=(-?\\d+) status=(\\S+)");
  private static final Pattern PATH =
      Pattern.compile(
          "[| ] [|`]- (\\S+)\\s+(\\S+)\\s+\\d+:\\d+\\s+(\\S+)\\s+(\\S+(?: pending| timeout)?)\\s+(\\S+)\\s*");

  /**
   * One path group.
   *
   * @param selector the path selector and its arguments
   * @param priority its priority
   * @param status active, enabled or disabled
   * @param paths its paths in order
   */
  public record Group(String selector, int priority, String status, List<Path> paths) {
    /** Whether a path of this name is in it. */
    public boolean contains(String path) {
      return paths.stream().anyMatch(member -> member.name().equals(path));
    }
  }

  /**
   * One path.
   *
   * @param address host, channel, target and logical unit
   * @param name the kernel's name
   * @param state the three states: of device-mapper, of the checker, and of the device
   */
  public record Path(String address, String name, String state) {}

  /** Reads all maps of a listing; lines of other kinds are passed over. */
  public static List<MapLines> parse(String listing) {
    List<MapLines> maps = new ArrayList<>();
    for (String line : listing.lines().toList()) {
      Matcher map = MAP.matcher(line);
      Matcher group = GROUP.matcher(line);
      Matcher path = PATH.matcher(line);
      if (map.matches()) {
        String wwid = map.group(2) == null ? map.group(1) : map.group(2);
        maps.add(new MapLines(map.group(1), wwid, map.group(3), new ArrayList<>()));
      } else if (group.matches()) {
        int priority = Integer.parseInt(group.group(2));
        last(maps)
            .groups()
            .add(new Group(group.group(1), priority, group.group(3), new ArrayList<>()));
      } else if (path.matches()) {
        String state = String.join(" ", path.group(3), path.group(4), path.group(5));
        last(last(maps).groups()).paths().add(new Path(path.group(1), path.group(2), state));
      }
    }
    return maps;
  }

  /** The one of this name. */
  public static MapLines named(String name, List<MapLines> maps) {
    return maps.stream()
        .filter(map -> map.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no map %s among %s".formatted(name, maps)));
  }

  /** All paths, group after group. */
  public List<Path> paths() {
    return groups.stream().flatMap(group -> group.paths().stream()).toList();
  }

  /**
   * The states of one path, for instance {@code active ready running}; empty if it is not there.
   */
  public String stateOf(String path) {
    return paths().stream()
        .filter(member -> member.name().equals(path))
        .map(Path::state)
        .findFirst()
        .orElse("");
  }

  /** The group that holds the path. */
  public Group groupOf(String path) {
    return groups.stream()
        .filter(group -> group.contains(path))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no path %s in %s".formatted(path, this)));
  }

  /** Whether the group that holds the path carries the I/O. */
  public boolean isActive(String path) {
    return groups.stream()
        .anyMatch(group -> group.contains(path) && group.status().equals("active"));
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }
}
