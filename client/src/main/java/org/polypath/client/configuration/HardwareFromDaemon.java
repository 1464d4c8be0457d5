package org.polypath.client.configuration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.polypath.api.path.DeviceNumber;
import org.polypath.api.path.PathFacts;
import org.polypath.api.settings.Configuration;
import org.polypath.api.settings.Origin;
import org.polypath.client.CommandClient;
import org.polypath.client.configuration.Hardware.Array;
import org.polypath.client.configuration.Hardware.NamedMap;
import org.polypath.config.ConfigurationReader;
import org.polypath.config.ConfigurationSources;

/** Asks the daemon what there is. */
final class HardwareFromDaemon {
  private static final String PATHS = "show paths raw format \"%A|%s\"";
  private static final String MAPS = "show maps raw format \"%w|%n\"";
  private static final String NOTHING = "ok\n";

  private HardwareFromDaemon() {}

  /**
   * Asks.
   *
   * @throws IOException if no daemon answers
   */
  static Hardware ask() throws IOException {
    try (CommandClient daemon = CommandClient.connect()) {
      return read(daemon.ask(PATHS), daemon.ask(MAPS), daemon.ask("show config local"));
    }
  }

  /**
   * Makes sense of the daemon's replies.
   *
   * @param paths a line for each path: target port group, then vendor, product and revision
   * @param maps a line for each map: WWID, then name
   * @param configuration the configuration in force for the hardware there is
   */
  static Hardware read(String paths, String maps, String configuration) {
    Configuration read =
        ConfigurationReader.read(ConfigurationSources.ofMain("daemon", configuration))
            .fold(
                accepted -> accepted.configuration(),
                refused -> {
                  throw new IllegalStateException(
                      "the daemon's configuration does not read back: " + refused.message());
                });
    Map<Kind, List<Kind>> kinds =
        lines(paths).stream()
            .map(HardwareFromDaemon::kind)
            .collect(
                Collectors.groupingBy(
                    kind -> kind, java.util.LinkedHashMap::new, Collectors.toList()));
    List<Array> arrays = new ArrayList<>();
    kinds.forEach(
        (kind, all) ->
            arrays.add(
                new Array(
                    kind.vendor(),
                    kind.product(),
                    all.size(),
                    isKnown(read, kind),
                    kind.asymmetric())));
    return new Hardware(arrays, lines(maps).stream().map(HardwareFromDaemon::map).toList());
  }

  private record Kind(String vendor, String product, boolean asymmetric) {}

  private static List<String> lines(String reply) {
    return reply.equals(NOTHING)
        ? List.of()
        : reply.lines().filter(line -> line.contains("|")).toList();
  }

  private static Kind kind(String line) {
    int bar = line.indexOf('|');
    String[] words = line.substring(bar + 1).split(",", 3);
    String product = words.length > 1 ? words[1].strip() : "";
    return new Kind(words[0].strip(), product, !line.startsWith("[undef]"));
  }

  private static NamedMap map(String line) {
    int bar = line.indexOf('|');
    return new NamedMap(line.substring(0, bar).strip(), line.substring(bar + 1).strip());
  }

  private static boolean isKnown(Configuration configuration, Kind kind) {
    PathFacts path =
        PathFacts.named("sda", new DeviceNumber(8, 0))
            .hardware(kind.vendor(), kind.product(), "")
            .build();
    return configuration
        .setting("vendor", path)
        .filter(found -> found.origin().kind() == Origin.Kind.HARDWARE)
        .isPresent();
  }
}
