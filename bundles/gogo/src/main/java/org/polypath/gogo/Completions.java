package org.polypath.gogo;

import java.util.ArrayList;
import java.util.List;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.Topology;

/**
 * What a word may become.
 *
 * @param help what is known of commands
 * @param platform where the paths and maps are
 */
record Completions(CommandHelp help, Platform platform) {
  /** What the first word may be. */
  List<String> commands() {
    return help.names();
  }

  /** What further words may be: names of maps and paths, and what belongs to the command. */
  List<String> after(String command) {
    Topology topology = platform.topology();
    List<String> names = new ArrayList<>();
    if (command.equals("config")) {
      names.add("why");
    }
    topology.maps().forEach(map -> names.add(map.name()));
    topology.paths().forEach(path -> names.add(path.facts().name()));
    return names;
  }
}
