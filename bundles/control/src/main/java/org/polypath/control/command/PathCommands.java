package org.polypath.control.command;

import static org.polypath.control.command.ControlCommand.change;
import static org.polypath.control.command.ControlCommand.show;
import static org.polypath.control.command.ControlCommand.showAll;
import static org.polypath.control.command.Keyword.ADD;
import static org.polypath.control.command.Keyword.DEL;
import static org.polypath.control.command.Keyword.FAIL;
import static org.polypath.control.command.Keyword.FORMAT;
import static org.polypath.control.command.Keyword.LIST;
import static org.polypath.control.command.Keyword.PATH;
import static org.polypath.control.command.Keyword.PATHS;
import static org.polypath.control.command.Keyword.RAW;
import static org.polypath.control.command.Keyword.REINSTATE;
import static org.polypath.control.command.Keyword.SET_MARGINAL;
import static org.polypath.control.command.Keyword.UNSET_MARGINAL;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.polypath.api.platform.Command;
import org.polypath.api.platform.Platform;
import org.polypath.api.topology.Topology;
import org.polypath.control.text.Format;
import org.polypath.control.text.PathRow;
import org.polypath.control.text.PathWildcards;

/** The commands about paths. */
final class PathCommands {
  static final List<ControlCommand> READ =
      List.of(
          showAll((topology, line) -> table(topology, "%i %d %D %p %t %T %o %C"), LIST, PATHS),
          showAll((topology, line) -> table(topology, line.parameter(FORMAT)), LIST, PATHS, FORMAT),
          showAll(
              (topology, line) -> format(line.parameter(FORMAT)).raw(PathRow.all(topology)),
              LIST,
              PATHS,
              RAW,
              FORMAT),
          show(PathCommands::one, LIST, PATH));

  static final List<ControlCommand> CHANGE =
      List.of(
          change(PathCommands::add, ADD, PATH),
          change(line -> new Command.RemovePath(line.parameter(PATH)), DEL, PATH),
          change(line -> new Command.ReinstatePath(line.parameter(PATH)), REINSTATE, PATH),
          change(line -> new Command.FailPath(line.parameter(PATH)), FAIL, PATH),
          mark(true, SET_MARGINAL),
          mark(false, UNSET_MARGINAL));

  private PathCommands() {}

  private static ControlCommand mark(boolean marginal, Keyword verb) {
    return change(line -> new Command.MarkPath(line.parameter(PATH), marginal), verb, PATH);
  }

  /** A path that is known is not looked for; whether one is found is seen afterwards. */
  private static CompletionStage<String> add(Platform platform, CommandLine line) {
    String name = line.parameter(PATH);
    if (platform.topology().path(name).isPresent()) {
      return CompletableFuture.completedStage(ControlCommand.OK);
    }
    return platform
        .submit(new Command.FindPaths())
        .thenApply(
            result ->
                result.succeeded()
                    ? found(platform.topology(), name)
                    : ControlCommand.reply(result));
  }

  private static String found(Topology topology, String name) {
    if (topology.path(name).isPresent()) {
      return ControlCommand.OK;
    }
    boolean blacklisted =
        topology.configuration().filter(it -> it.verdict(name).blacklisted()).isPresent()
            || topology.ignored().stream().anyMatch(path -> path.facts().name().equals(name));
    return blacklisted ? "blacklisted\n" : ControlCommand.failed("path not found: " + name);
  }

  private static Format<PathRow> format(String text) {
    return new Format<>(text, PathWildcards.ALL);
  }

  private static String table(Topology topology, String format) {
    return format(format).table(PathRow.all(topology));
  }

  private static String one(Topology topology, CommandLine line) {
    return topology
        .path(line.parameter(PATH))
        .map(path -> format("%o").raw(List.of(PathRow.of(topology, path))))
        .orElseGet(() -> ControlCommand.failed("device not found"));
  }
}
