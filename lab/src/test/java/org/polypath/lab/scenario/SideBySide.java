package org.polypath.lab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.polypath.lab.Guest;
import org.polypath.lab.bench.Configuration;
import org.polypath.lab.bench.MapLines;
import org.polypath.lab.bench.MultipathTools;
import org.polypath.lab.bench.Reference;

/**
 * What {@code multipath -ll} of two implementations says of each path, in the same situation of the
 * same devices: each path alone in its group, whose priority is then the path's.
 */
final class SideBySide {
  private static final boolean LONG = Boolean.getBoolean("lab.long");

  private final Guest guest;
  private final MultipathTools tools;
  private final List<Row> rows = new ArrayList<>();

  private record Row(String situation, String path, String reference, String ours) {}

  /** With disks that are there, of which the reference makes the maps. */
  SideBySide(Guest guest, MultipathTools tools) {
    this.guest = guest;
    this.tools = tools;
  }

  /** The paths of a listing and, for each, its states and priority. */
  private Map<String, String> list(MultipathTools asked) {
    String listing = guest.run(asked.multipath() + " -ll").stdout();
    Map<String, String> paths = new TreeMap<>();
    for (MapLines map : MapLines.parse(listing)) {
      for (MapLines.Group group : map.groups()) {
        for (MapLines.Path path : group.paths()) {
          // past the first word, which is the kernel's opinion
          String states = path.state().substring(path.state().indexOf(' ') + 1);
          paths.put(path.name(), states + " " + group.priority());
        }
      }
    }
    return paths;
  }

  /** Has the reference make the maps; answers their WWIDs in the order of their names. */
  List<String> makeMaps(String configuration) {
    MultipathTools reference = new Reference();
    Configuration.write(guest, configuration);
    guest.run(reference.multipath() + " -v0; udevadm settle -t 30");
    return MapLines.parse(guest.run(reference.multipath() + " -l").stdout()).stream()
        .sorted(Comparator.comparing(MapLines::name))
        .map(MapLines::wwid)
        .toList();
  }

  /**
   * Lists by both.
   *
   * @param situation what is special now
   * @param configuration the configuration for both
   * @param prepare a script that is run before each listing
   */
  void compare(String situation, String configuration, String prepare) {
    guest.write("/etc/multipath.conf", configuration);
    guest.run(prepare);
    Map<String, String> reference = list(new Reference());
    guest.run(prepare);
    Map<String, String> ours = list(tools);
    assertThat(reference).as(situation + ": paths that the reference lists").isNotEmpty();
    reference.forEach(
        (path, state) ->
            rows.add(new Row(situation, path, state, ours.getOrDefault(path, "not listed"))));
  }

  /**
   * The same for what mostly follows from other rows: only with {@code -Dtest.jvm=-Dlab.long=true},
   * for our listing is a whole start of the platform.
   */
  void compareAlso(String situation, String configuration, String prepare) {
    if (LONG) {
      compare(situation, configuration, prepare);
    }
  }

  /** Prints the table, and fails where the two differ. */
  void assertEqual() {
    System.out.printf("lab:   %-34s %-5s %-32s %s%n", "situation", "path", "reference", "ours");
    rows.forEach(
        row ->
            System.out.printf(
                "lab:   %-34s %-5s %-32s %s%n",
                row.situation(),
                row.path(),
                row.reference(),
                row.ours().equals(row.reference()) ? "same" : row.ours()));
    assertThat(rows).allSatisfy(row -> assertThat(row.ours()).isEqualTo(row.reference()));
  }
}
