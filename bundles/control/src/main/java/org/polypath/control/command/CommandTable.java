package org.polypath.control.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All commands, and the help that lists them. */
final class CommandTable {
  private final List<ControlCommand> commands;
  private final String help;

  /**
   * @param version this product's version, for the help
   * @param more commands besides those of the other files
   */
  CommandTable(String version, List<ControlCommand> more) {
    List<ControlCommand> all = new ArrayList<>();
    all.addAll(PathCommands.READ);
    all.addAll(MapCommands.READ);
    all.addAll(DaemonCommands.READ);
    all.addAll(ConfigurationCommands.READ);
    all.addAll(ReservationCommands.READ);
    all.addAll(MapCommands.CHANGE);
    all.addAll(PathCommands.CHANGE);
    all.addAll(DaemonCommands.CHANGE);
    all.addAll(ReservationCommands.CHANGE);
    all.addAll(more);
    commands = List.copyOf(all);
    help = Banner.text(version) + list(commands);
  }

  /** The command with exactly these words. */
  Optional<ControlCommand> find(List<Keyword> keywords) {
    return commands.stream().filter(command -> command.keywords().equals(keywords)).findFirst();
  }

  /** Which program this is, and its commands. */
  String help() {
    return help;
  }

  private static String list(List<ControlCommand> commands) {
    StringBuilder out = new StringBuilder("CLI commands reference:\n");
    commands.forEach(command -> out.append(' ').append(command.usage()).append('\n'));
    return out.toString();
  }
}
