package org.polypath.control.command;

import static org.polypath.control.command.ControlCommand.showAll;
import static org.polypath.control.command.Keyword.BLACKLIST;
import static org.polypath.control.command.Keyword.CONFIG;
import static org.polypath.control.command.Keyword.DEVICES;
import static org.polypath.control.command.Keyword.LIST;
import static org.polypath.control.command.Keyword.LOCAL;

import java.util.List;
import java.util.function.BiFunction;
import org.polypath.api.settings.Configuration;
import org.polypath.api.topology.Topology;
import org.polypath.control.text.BlacklistText;
import org.polypath.control.text.DevicesText;
import org.polypath.control.text.LocalConfiguration;

/** The commands about the configuration. */
final class ConfigurationCommands {
  static final List<ControlCommand> READ =
      List.of(
          configured((configuration, topology) -> configuration.print(), LIST, CONFIG),
          configured(LocalConfiguration::print, LIST, CONFIG, LOCAL),
          configured((configuration, topology) -> BlacklistText.of(configuration), LIST, BLACKLIST),
          configured(DevicesText::of, LIST, DEVICES));

  private ConfigurationCommands() {}

  private static ControlCommand configured(
      BiFunction<Configuration, Topology, String> text, Keyword... keywords) {
    return showAll(
        (topology, line) ->
            topology
                .configuration()
                .map(configuration -> text.apply(configuration, topology))
                .orElseGet(() -> ControlCommand.failed("the daemon is starting")),
        keywords);
  }
}
