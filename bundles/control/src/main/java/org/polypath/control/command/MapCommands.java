package org.polypath.control.command;

import static org.polypath.control.command.ControlCommand.change;
import static org.polypath.control.command.ControlCommand.show;
import static org.polypath.control.command.ControlCommand.showAll;
import static org.polypath.control.command.Keyword.ADD;
import static org.polypath.control.command.Keyword.DEL;
import static org.polypath.control.command.Keyword.DISABLE_QUEUEING;
import static org.polypath.control.command.Keyword.FORMAT;
import static org.polypath.control.command.Keyword.GROUP;
import static org.polypath.control.command.Keyword.JSON;
import static org.polypath.control.command.Keyword.LIST;
import static org.polypath.control.command.Keyword.MAP;
import static org.polypath.control.command.Keyword.MAPS;
import static org.polypath.control.command.Keyword.RAW;
import static org.polypath.control.command.Keyword.RELOAD;
import static org.polypath.control.command.Keyword.RESET;
import static org.polypath.control.command.Keyword.RESIZE;
import static org.polypath.control.command.Keyword.RESTORE_QUEUEING;
import static org.polypath.control.command.Keyword.RESUME;
import static org.polypath.control.command.Keyword.STATS;
import static org.polypath.control.command.Keyword.STATUS;
import static org.polypath.control.command.Keyword.SUSPEND;
import static org.polypath.control.command.Keyword.SWITCH;
import static org.polypath.control.command.Keyword.TOPOLOGY;
import static org.polypath.control.command.Keyword.UNSET_MARGINAL;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.Topology;
import org.polypath.control.text.Format;
import org.polypath.control.text.MapRow;
import org.polypath.control.text.MapWildcards;
import org.polypath.control.text.MapsJson;
import org.polypath.control.text.PathRow;
import org.polypath.control.text.TopologyIndex;
import org.polypath.control.text.TopologyText;

/** The commands about maps. */
final class MapCommands {
  static final List<ControlCommand> READ =
      List.of(
          table("%n %d %w", LIST, MAPS),
          table("%n %F %Q %N %t %r", LIST, MAPS, STATUS),
          table("%n %0 %1 %2 %3 %4", LIST, MAPS, STATS),
          showAll((topology, line) -> format(line).table(MapRow.all(topology)), LIST, MAPS, FORMAT),
          showAll(
              (topology, line) -> format(line).raw(MapRow.all(topology)), LIST, MAPS, RAW, FORMAT),
          showAll(MapCommands::drawAll, LIST, MAPS, TOPOLOGY),
          showAll(MapCommands::drawAll, LIST, TOPOLOGY),
          showAll(MapCommands::drawAll, TOPOLOGY),
          showAll((topology, line) -> MapsJson.ofAll(MapRow.all(topology)), LIST, MAPS, JSON),
          one((row, line) -> draw(row.index(), List.of(row)), LIST, MAP, TOPOLOGY),
          one((row, line) -> format(line).single(row), LIST, MAP, FORMAT),
          one((row, line) -> format(line).single(row), LIST, MAP, RAW, FORMAT),
          one((row, line) -> MapsJson.of(row), LIST, MAP, JSON));

  static final List<ControlCommand> CHANGE =
      List.of(
          change(line -> new Command.ResetStatistics(Optional.empty()), RESET, MAPS, STATS),
          map(name -> new Command.ResetStatistics(Optional.of(name)), RESET, MAP, STATS),
          map(Command.AddMap::new, ADD, MAP),
          map(Command.RemoveMap::new, DEL, MAP),
          change(line -> new Command.RemoveMaps(), DEL, MAPS),
          change(MapCommands::switchGroup, SWITCH, MAP, GROUP),
          map(Command.SuspendMap::new, SUSPEND, MAP),
          map(Command.ResumeMap::new, RESUME, MAP),
          change(MapCommands::resize, RESIZE, MAP),
          map(Command.ReloadMap::new, RELOAD, MAP),
          map(Command.RenameMap::new, RESET, MAP),
          change(line -> new Command.DisableQueueing(Optional.empty()), DISABLE_QUEUEING, MAPS),
          map(name -> new Command.DisableQueueing(Optional.of(name)), DISABLE_QUEUEING, MAP),
          change(line -> new Command.RestoreQueueing(Optional.empty()), RESTORE_QUEUEING, MAPS),
          map(name -> new Command.RestoreQueueing(Optional.of(name)), RESTORE_QUEUEING, MAP),
          map(Command.UnmarkPaths::new, UNSET_MARGINAL, MAP));

  private MapCommands() {}

  private static ControlCommand table(String format, Keyword... keywords) {
    Format<MapRow> table = new Format<>(format, MapWildcards.ALL);
    return showAll((topology, line) -> table.table(MapRow.all(topology)), keywords);
  }

  private static ControlCommand one(
      BiFunction<MapRow, CommandLine, String> text, Keyword... keywords) {
    return show(
        (topology, line) ->
            topology
                .map(line.parameter(MAP))
                .map(map -> text.apply(MapRow.of(topology, map), line))
                .orElseGet(() -> ControlCommand.failed("device not found")),
        keywords);
  }

  private static ControlCommand map(Function<String, Command> change, Keyword... keywords) {
    return change(line -> change.apply(line.parameter(MAP)), keywords);
  }

  private static CompletionStage<String> switchGroup(Platform platform, CommandLine line) {
    String group = line.parameter(GROUP);
    if (!group.matches("\\d{1,9}")) {
      String text = "no number of a path group: " + group;
      return CompletableFuture.completedStage(ControlCommand.failed(text));
    }
    return platform
        .submit(new Command.SwitchGroup(line.parameter(MAP), Integer.parseInt(group)))
        .thenApply(ControlCommand::reply);
  }

  /** The paths' sizes are read first: who asks has just changed them. */
  private static CompletionStage<String> resize(Platform platform, CommandLine line) {
    return platform
        .submit(new Command.FindPaths())
        .thenCompose(
            found ->
                found.succeeded()
                    ? platform.submit(new Command.ResizeMap(line.parameter(MAP)))
                    : CompletableFuture.completedStage(found))
        .thenApply(ControlCommand::reply);
  }

  private static Format<MapRow> format(CommandLine line) {
    return new Format<>(line.parameter(FORMAT), MapWildcards.ALL);
  }

  private static String drawAll(Topology topology, CommandLine line) {
    TopologyIndex index = TopologyIndex.of(topology);
    return draw(index, MapRow.all(index));
  }

  /** As multipathd does, and unlike multipath: the columns of all maps line up. */
  private static String draw(TopologyIndex index, List<MapRow> maps) {
    return new TopologyText(false).drawAligned(maps, PathRow.all(index));
  }
}
