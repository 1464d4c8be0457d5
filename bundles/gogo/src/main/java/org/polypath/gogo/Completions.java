package org.polypath.gogo;

import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.Topology;

/**
 * What a word may become.
 *
 * @param context where the commands are
 * @param platform where the paths and maps are
 */
record Completions(BundleContext context, Platform platform) {
  /** What the first word may be. */
  List<String> commands() {
    return CommandNames.of(context);
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
